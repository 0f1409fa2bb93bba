package org.shegong.db.security;

/**
 * Who may sign in.
 *
 * @param id   UUID; stands in the journal, so it is never given again
 * @param name what is typed or chosen at sign-in; unique on this station whatever its case and width
 * @param role code of the role; its meaning belongs to the program around
 */
public record Account(String id, String name, String role) {
}
