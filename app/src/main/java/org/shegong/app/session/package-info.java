/** Making a station, opening it, and what stays open while somebody works: used by the window and the commands. */
package org.shegong.app.session;
