/**
 * The key of the station's file: random once, never changed, wrapped for each account's password and for a
 * printed recovery key.
 */
package org.shegong.db.security;
