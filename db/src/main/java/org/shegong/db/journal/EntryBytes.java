package org.shegong.db.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * One entry after the other as a check reads them: two columns of bytes, which cost a fraction of what reading each column
 * as a text does. Entries of older files, which have no proof, come as null. Used by one thread.
 */
final class EntryBytes {
    /**
     * What must be empty, step, op, form, record, its version, hash and length of the proof, each ended by a line break. None
     * of them has one, so more or fewer lines mean that the row was edited.
     */
    static final String HEAD = "at || account_id || prev_hash || char(10) || step_id || char(10) || op || char(10) || form"
        + " || char(10) || record_id || char(10) || record_version || char(10) || hash || char(10) || length(proof)";
    /** The changes and behind them the proof. */
    static final String BODY = "changes || proof";
    private static final int LINES = 8;
    private static final int STEP = 1;
    private static final int OP = 2;
    private static final int VERSION = 5;
    private static final int HASH = 6;
    private static final int PROOF = 7;
    private static final byte[] EMPTY = "0:".getBytes(StandardCharsets.US_ASCII);
    private final byte[] device;
    private final int[] begin = new int[LINES + 1];
    private byte[] head = new byte[0];
    private byte[] body = new byte[0];
    private int text;
    private EntryContent content = new EntryContent("", new byte[0]);
    private byte[] header = new byte[512];
    private int length;

    /** @param device whose chain it is */
    EntryBytes(String device) {
        this.device = device.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes the next entry.
     *
     * @throws IllegalArgumentException when it is not one that the program writes
     */
    void read(long seq, byte[] nextHead, byte[] nextBody) {
        head = nextHead;
        body = nextBody;
        Arrays.fill(begin, head.length);
        int lines = 1;
        begin[0] = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == '\n') {
                if (lines == LINES) {
                    throw new IllegalArgumentException("more lines than columns");
                }
                begin[lines++] = i + 1;
            }
        }
        begin[LINES] = head.length + 1;
        if (lines < LINES || begin[1] != 1) {
            throw new IllegalArgumentException("not the columns of an entry");
        }
        text = body.length - Integer.parseInt(line(PROOF));
        content = new EntryContent("", Arrays.copyOfRange(body, text, body.length));
        writeHeader(seq);
    }

    private String line(int number) {
        return new String(head, begin[number], begin[number + 1] - 1 - begin[number], StandardCharsets.UTF_8);
    }

    /** As {@link EntryHeader} writes it. */
    private void writeHeader(long seq) {
        length = 0;
        part(device, 0, device.length);
        byte[] number = Long.toString(seq).getBytes(StandardCharsets.US_ASCII);
        part(number, 0, number.length);
        for (int i = STEP; i <= VERSION; i++) {
            part(head, begin[i], begin[i + 1] - 1 - begin[i]);
            if (i == STEP) {
                add(EMPTY, 0, EMPTY.length);
                add(EMPTY, 0, EMPTY.length);
            }
        }
        add(EMPTY, 0, EMPTY.length);
    }

    private void part(byte[] bytes, int from, int count) {
        byte[] digits = Integer.toString(count).getBytes(StandardCharsets.US_ASCII);
        add(digits, 0, digits.length);
        add(EMPTY, 1, 1);
        add(bytes, from, count);
    }

    private void add(byte[] bytes, int from, int count) {
        if (header.length < length + count) {
            header = Arrays.copyOf(header, 2 * (length + count));
        }
        System.arraycopy(bytes, from, header, length, count);
        length += count;
    }

    /**
     * What its hash should be.
     *
     * @throws IllegalArgumentException when its changes are not readable, or IndexOutOfBoundsException its proof
     */
    byte[] hash(Sha256 sha256, byte[] previous) {
        byte[] digest = content.digest(sha256, body, text);
        byte[] root = content.isWhole() ? content.root("")
            : new EntryContent(new String(body, 0, text, StandardCharsets.UTF_8), content.proof()).root(line(OP));
        return Chain.hash(sha256, previous, header, length, digest, root, content.step());
    }

    /** Whether the entry names this hash, in the one way in which it is written. */
    boolean isHash(byte[] hash) {
        byte[] written = Base64.getEncoder().withoutPadding().encode(hash);
        return Arrays.equals(written, 0, written.length, head, begin[HASH], begin[HASH + 1] - 1);
    }

    /** The hash that the entry names; of one that is not readable, whatever stands in its place. */
    String storedHash() {
        return begin[HASH] < begin[HASH + 1] - 1 ? line(HASH) : "";
    }

    /** Digest of the step, in the last entry of a step; else empty. */
    byte[] step() {
        return content.step();
    }

    String stepId() {
        return line(STEP);
    }
}
