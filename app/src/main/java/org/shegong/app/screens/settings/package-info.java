/** The station's own data, code lists, the look of the window, the account, backups. */
package org.shegong.app.screens.settings;
