/** What this computer and this station remember of how people like to work. */
package org.shegong.app.settings;
