/**
 * What is to be shown, independent of any file format: sheets made of a heading, blocks (tables, form grids, text) and a
 * signature block, with page rules, footer and marking. Everything here is an immutable value without knowledge of Excel
 * or PDF; a new report builds these values and touches no renderer.
 */
package org.shegong.reports.document;
