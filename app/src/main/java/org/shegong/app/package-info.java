/**
 * The desktop client. This package holds what every screen is given ({@link org.shegong.app.AppContext}) and what
 * every screen is ({@link org.shegong.app.Screen}); the window itself is in {@code shell}.
 */
package org.shegong.app;
