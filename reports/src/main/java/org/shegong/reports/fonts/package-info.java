/** The fonts that are part of the product, as resources of this package, with their licences beside them. */
package org.shegong.reports.fonts;
