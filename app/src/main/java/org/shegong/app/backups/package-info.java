/** Copies that are made by themselves while a station is open, how old they are, and reminders about them. */
package org.shegong.app.backups;
