/** The form on screen: editors, pickers, child lists, the attendance grid. Everything floats inside the scene. */
package org.shegong.app.controls.form.view;
