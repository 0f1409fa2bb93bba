/** What the form knows and decides, without a window: values, conditions, findings, saving. */
package org.shegong.app.controls.form.model;
