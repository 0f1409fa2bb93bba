/** Values with rules of their own; the JDK alone. */
package org.shegong.db.domain;
