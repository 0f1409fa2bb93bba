package org.shegong.db.forms;

/**
 * How carefully a field's value must be kept (code list DATA_SENS).
 *
 * <p>PERSONAL and above are masked by default outside the form; SPECIAL is for justice, violence and
 * mental-health matters.
 */
public enum Sensitivity {
    PLAIN, PERSONAL, SENSITIVE, SPECIAL
}
