/** The list of a form with the panel for one record beside it, for every form that needs no more than that. */
package org.shegong.app.screens.register;
