/** Any form on paper, filled or blank, and any list as a roster: documents built from form files and records. */
package org.shegong.reports.printing;
