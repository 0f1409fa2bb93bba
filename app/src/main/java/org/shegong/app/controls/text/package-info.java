/** Values as lists and pages show them: short, masked, with the names of the records they point to. */
package org.shegong.app.controls.text;
