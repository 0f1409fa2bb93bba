package org.shegong.reports.document;

import java.util.List;
import java.util.Objects;

/**
 * One document that a renderer turns into a file: a monthly report with its attached tables, a printed form, a roster.
 *
 * @param fileStem    file name without folder and ending, for example {@code 450299001-某站-202507-月报-v1}; the caller
 *                    chooses it, {@link #safeFileStem(String)} replaces what file systems refuse
 * @param sheets      in reading order, never empty; each is a worksheet of the workbook and starts a new printed page
 * @param footer      printed at the foot of every page
 * @param marking     confidential page header and watermark
 * @param machineRows rows of the machine-readable worksheet, in order; empty when the document has none
 */
public record Document(String fileStem, List<Sheet> sheets, Footer footer, Marking marking, List<MachineRow> machineRows) {

    public Document {
        Objects.requireNonNull(fileStem, "fileStem");
        Objects.requireNonNull(footer, "footer");
        Objects.requireNonNull(marking, "marking");
        sheets = List.copyOf(sheets);
        machineRows = List.copyOf(machineRows);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a document has at least one sheet");
        }
    }

    /** A document of the given sheets without footer text, marking or machine-readable rows. */
    public static Document of(String fileStem, Sheet... sheets) {
        return new Document(fileStem, List.of(sheets), Footer.NONE, Marking.NONE, List.of());
    }

    /** The same document with another footer. */
    public Document withFooter(Footer other) {
        return new Document(fileStem, sheets, other, marking, machineRows);
    }

    /** The same document with another marking. */
    public Document withMarking(Marking other) {
        return new Document(fileStem, sheets, footer, other, machineRows);
    }

    /** The same document with other machine-readable rows. */
    public Document withMachineRows(List<MachineRow> other) {
        return new Document(fileStem, sheets, footer, marking, other);
    }

    /**
     * The name with every character that Windows or Linux refuses in file names replaced by {@code _}, at most 120
     * characters, never empty.
     */
    public static String safeFileStem(String name) {
        String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip().replaceAll("[. ]+$", "");
        if (safe.isEmpty()) {
            return "_";
        }
        int end = safe.offsetByCodePoints(0, Math.min(120, safe.codePointCount(0, safe.length())));
        return safe.substring(0, end);
    }
}
