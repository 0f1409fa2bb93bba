package org.shegong.db.forms;

/** Weight of a finding: E blocks submission, W may be passed with care, I only informs. */
public enum Level {
    E, W, I
}
