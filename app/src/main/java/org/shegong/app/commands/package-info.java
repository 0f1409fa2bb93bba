/** The program's commands, for work without a window: one class each. */
package org.shegong.app.commands;
