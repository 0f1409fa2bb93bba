/** The way from starting the program to an opened station: making one, signing in, a forgotten password. */
package org.shegong.app.screens.start;
