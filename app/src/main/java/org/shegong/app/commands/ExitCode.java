package org.shegong.app.commands;

/** How a command ended, for scripts. */
public enum ExitCode {
    DONE(0),
    /** Done, but some rows were refused or findings fell short. */
    WITH_FINDINGS(1),
    WRONG_USAGE(2),
    /** Input cannot be read: damaged, hostile, unsupported. */
    UNREADABLE_INPUT(3),
    /** The station's file cannot be opened: in use, damaged, newer, disk full. */
    STATION_SHUT(4),
    /** Password or role. */
    NOT_PERMITTED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The exit code of a number. */
    static ExitCode of(int number) {
        return values()[number];
    }
}
