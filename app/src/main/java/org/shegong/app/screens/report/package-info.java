/** The monthly report on screen, what is missing before month-end, and the supervisor's monthly sheet. */
package org.shegong.app.screens.report;
