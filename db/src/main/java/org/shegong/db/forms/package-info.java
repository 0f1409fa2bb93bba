/**
 * Forms: each is one resource file that drives the screen, the list, filtering, validation, Excel import and
 * export, the printed form, masking and the wording of history.
 */
package org.shegong.db.forms;
