/** Thresholds as data, each with the document and clause it comes from. */
package org.shegong.reports.standards;
