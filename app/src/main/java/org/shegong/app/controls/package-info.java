/** Parts that several screens are made of. They know {@link org.shegong.app.AppContext}, never a screen. */
package org.shegong.app.controls;
