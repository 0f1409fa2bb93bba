/** The only place that makes threads. Work runs beside the window, its end is told on the window's thread. */
package org.shegong.app.tasks;
