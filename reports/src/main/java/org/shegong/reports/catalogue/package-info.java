/** The reports: each builds a document from figures and records. {@link org.shegong.reports.catalogue.ReportCatalogue}
 * lists them. */
package org.shegong.reports.catalogue;
