/** Every visible text of the client. */
package org.shegong.app.i18n;
