package org.shegong.db.forms;

/**
 * How closely a record's person is hidden behind masks (rules document §7).
 *
 * @param strict numbers keep only their ends: persons under age and records of the highest sensitivity
 * @param nameless no part of the name stays: persons under age, in judicial care or suffering violence
 * @param staff works for the station and stands by name on what he answers for
 * @param fileNo what stands in the place of a name; empty when there is no file
 */
public record Shield(boolean strict, boolean nameless, boolean staff, String fileNo) {
    /** The usual masks. */
    public static final Shield USUAL = new Shield(false, false, false, "");
    /** A worker or supervisor of the station. */
    public static final Shield STAFF = new Shield(false, false, true, "");

    /** A person of whom no name may be seen. */
    public static Shield nameless(String fileNo) {
        return new Shield(true, true, false, fileNo);
    }

    /** For the name of somebody else in the record, whom the file number does not stand for. */
    Shield ofOthers() {
        return new Shield(strict, false, staff, "");
    }

    /** The closer of two, for records that name several persons. */
    public Shield or(Shield other) {
        String number = fileNo.isEmpty() ? other.fileNo : fileNo;
        return new Shield(strict || other.strict, nameless || other.nameless, staff && other.staff, number);
    }
}
