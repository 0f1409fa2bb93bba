/** The page of a group with its attendance. */
package org.shegong.app.screens.group;
