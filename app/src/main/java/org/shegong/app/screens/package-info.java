/** The places of the window, one folder each. Screens know {@code controls} and the context, never each other. */
package org.shegong.app.screens;
