/** Finds and replaces what in free text could tell who is meant, before it leaves the station. */
package org.shegong.reports.privacy;
