package org.shegong.db.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shegong.db.store.StationFile;

/**
 * The signed heads of the chains, kept beside the keys, so that entries cut off with their steps are missed.
 *
 * <p>Written after a transaction is kept, in turn into one of two places of the file: it may be behind the database
 * after a power cut, and one place may then be torn, but it never knows more than the database does. An anchor that
 * does not fit the chains is left as it is, as evidence. Safe for use from several threads.
 */
public final class HeadAnchor {
    /** Name of the file inside the station's folder. */
    public static final String FILE_NAME = "journal.head";
    private static final int PLACE = 8192;
    private static final String FIELD = "\t";
    private final Path path;
    private final StationFile file;
    private final Map<String, ChainHead> heads = new TreeMap<>();
    private final boolean fits;
    private long turn;

    HeadAnchor(StationFile file) {
        this.file = file;
        this.path = file.folder().resolve(FILE_NAME);
        Optional<SignedHeads> kept = read(path, file.headKey());
        kept.ifPresent(signed -> {
            turn = Long.parseLong(signed.at());
            signed.heads().forEach(head -> heads.put(head.device(), head));
        });
        fits = kept.isEmpty() || file.read(db -> HeadCheck.faults(db, kept.get())).isEmpty();
    }

    /** What the anchor in a folder says; empty when there is none, or none that this station signed. */
    static Optional<SignedHeads> read(Path path, byte[] key) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            byte[] all = Files.readAllBytes(path);
            return Stream.of(0, PLACE).filter(from -> from < all.length)
                .flatMap(from -> parse(Arrays.copyOfRange(all, from, Math.min(all.length, from + PLACE))).stream())
                .filter(signed -> signed.isSignedWith(key))
                .max(Comparator.comparingLong(signed -> Long.parseLong(signed.at())));
        } catch (IOException e) {
            System.getLogger(HeadAnchor.class.getName()).log(System.Logger.Level.WARNING, "anchor of the journal", e);
            return Optional.empty();
        }
    }

    /** Makes the anchor of a file that has got another key: it knows of every chain from now on. */
    public static void begin(StationFile file) {
        HeadAnchor anchor = new HeadAnchor(file);
        file.read(db -> SignedHeads.of(db, "0", file.headKey()).heads()).forEach(anchor::kept);
    }

    /** Notes the newest entry of a chain once it is kept; an older one than noted changes nothing. */
    synchronized void kept(ChainHead head) {
        ChainHead known = heads.get(head.device());
        if (!fits || known != null && known.seq() >= head.seq()) {
            return;
        }
        heads.put(head.device(), head);
        turn++;
        byte[] text = text(SignedHeads.sign(List.copyOf(heads.values()), Long.toString(turn), file.headKey()));
        if (text.length > PLACE) {
            return;
        }
        // Not through a channel: work that is cancelled is interrupted, and an interrupted thread's channels are closed.
        try (RandomAccessFile anchor = new RandomAccessFile(path.toFile(), "rw")) {
            anchor.seek(turn % 2 * PLACE);
            anchor.write(Arrays.copyOf(text, PLACE));
        } catch (IOException e) {
            System.getLogger(HeadAnchor.class.getName()).log(System.Logger.Level.WARNING, "anchor of the journal", e);
        }
    }

    private static byte[] text(SignedHeads signed) {
        StringBuilder text = new StringBuilder(signed.at()).append(FIELD).append(signed.signature());
        signed.heads().forEach(head -> text.append('\n').append(head.device()).append(FIELD).append(head.seq())
            .append(FIELD).append(head.hash()));
        return text.append("\n\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<SignedHeads> parse(byte[] place) {
        try {
            String[] lines = new String(place, StandardCharsets.UTF_8).split("\n\n", 2)[0].split("\n");
            String[] first = lines[0].split(FIELD);
            List<ChainHead> heads = new ArrayList<>();
            for (String line : Arrays.asList(lines).subList(1, lines.length)) {
                String[] parts = line.split(FIELD);
                heads.add(new ChainHead(parts[0], Long.parseLong(parts[1]), parts[2]));
            }
            return Long.parseLong(first[0]) < 0 ? Optional.empty()
                : Optional.of(new SignedHeads(heads, first[0], first[1]));
        } catch (NumberFormatException | IndexOutOfBoundsException torn) {
            return Optional.empty();
        }
    }
}
