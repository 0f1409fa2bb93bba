/**
 * One definition per figure. A {@link org.shegong.reports.metrics.Metric} has a code of the monthly report, a unit and a
 * kind, and gives both the value of a period and the records behind it, from the same rows. Reports, standards,
 * dashboards and drill-down all ask {@link org.shegong.reports.metrics.Figures}; no figure is counted anywhere else.
 */
package org.shegong.reports.metrics;
