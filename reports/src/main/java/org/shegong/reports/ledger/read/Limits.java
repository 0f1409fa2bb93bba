package org.shegong.reports.ledger.read;

/**
 * How much of a file is read before it is refused.
 *
 * @param fileBytes     size of the file
 * @param unpackedBytes size of everything packed in it, counted while unpacking
 * @param entries       number of packed parts
 * @param ratio         how many times larger than its packed form a part of some size may be
 * @param rows          rows that are not blank, per sheet
 * @param columns       columns up to the last one that is not blank
 */
public record Limits(long fileBytes, long unpackedBytes, int entries, int ratio, int rows, int columns) {

    private static final long MEGABYTE = 1L << 20;

    /** What a station's ledger may be: 50,000 rows by 100 columns (rule I12 of the import rules). */
    public static final Limits STANDARD = new Limits(100 * MEGABYTE, 600 * MEGABYTE, 2000, 150, 50_000, 100);
}
