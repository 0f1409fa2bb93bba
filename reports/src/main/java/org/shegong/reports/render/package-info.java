/**
 * One renderer per file format, each able to write any {@link org.shegong.reports.document.Document}; pictures of pages
 * and printing. Files are written beside their target and moved into place, so a failure leaves no half-written file.
 */
package org.shegong.reports.render;
