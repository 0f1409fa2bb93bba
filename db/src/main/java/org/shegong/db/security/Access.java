package org.shegong.db.security;

/** What a role may do with a form's records; each includes the ones before it. */
public enum Access {
    NONE,
    /** Read, with numbers in the place of whatever tells who it is about. */
    NUMBERED,
    READ, WRITE
}
