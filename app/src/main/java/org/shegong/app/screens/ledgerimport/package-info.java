/** The import of ledgers in five steps: files, kinds and columns, preview, writing, summary. */
package org.shegong.app.screens.ledgerimport;
