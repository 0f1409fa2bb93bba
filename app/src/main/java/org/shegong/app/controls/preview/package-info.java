/** Any document as pages on the screen, to look at, print and keep as a file. */
package org.shegong.app.controls.preview;
