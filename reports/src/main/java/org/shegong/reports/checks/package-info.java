/** The identities X01 to X18 of the monthly report (04 §4): what must agree before a report may leave the station. */
package org.shegong.reports.checks;
