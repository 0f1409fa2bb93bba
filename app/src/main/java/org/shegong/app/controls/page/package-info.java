/** The page of one record: what it says at a glance, what belongs to it, and the panel to edit any of it. */
package org.shegong.app.controls.page;
