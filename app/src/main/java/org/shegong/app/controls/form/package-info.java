/** Editing one record of any form; {@link org.shegong.app.controls.form.FormRecordEditor} is the way in. */
package org.shegong.app.controls.form;
