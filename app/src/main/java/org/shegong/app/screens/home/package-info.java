/** The first screen: what is due, what is unfinished, and this month against the last. */
package org.shegong.app.screens.home;
