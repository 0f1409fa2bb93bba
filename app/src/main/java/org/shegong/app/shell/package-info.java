/**
 * The window: its frame, the list of screens, overlays, shortcuts and the way from start to an opened station. The
 * only package that knows every screen.
 */
package org.shegong.app.shell;
