package org.shegong.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for texts in files, in four encodings, and inside archives too. */
final class TraceSearch {
    private static final int HEAD = 6;
    private static final long MASK = 0xffff_ffff_ffffL;
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE,
        StandardCharsets.UTF_16BE, Charset.forName("GBK"));
    private final Map<Long, List<byte[]>> patterns = new HashMap<>();
    private final Map<byte[], String> names = new HashMap<>();
    private final Set<String> traces = new TreeSet<>();
    private long searched;

    TraceSearch(Collection<String> texts) {
        for (String text : texts) {
            for (Charset encoding : ENCODINGS) {
                byte[] bytes = text.getBytes(encoding);
                patterns.computeIfAbsent(head(bytes), key -> new ArrayList<>()).add(bytes);
                names.put(bytes, text + " as " + encoding);
            }
        }
    }

    private static long head(byte[] bytes) {
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = head << 8 | bytes[i] & 0xff;
        }
        return head;
    }

    /** Reads all files below a folder; one that is deleted meanwhile is left out. */
    void in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                in(file.toString(), Files.readAllBytes(file));
            } catch (NoSuchFileException deleted) {
                continue;
            }
        }
    }

    private void in(String where, byte[] content) throws IOException {
        searched += content.length;
        if (content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    scan(where + "!" + entry.getName(), zip.readAllBytes());
                }
            } catch (java.util.zip.ZipException storedOrDamaged) {
                searched += 0;
            }
        }
        scan(where, content);
    }

    private void scan(String where, byte[] content) {
        long head = 0;
        for (int i = 0; i < content.length; i++) {
            head = (head << 8 | content[i] & 0xff) & MASK;
            List<byte[]> candidates = i < HEAD - 1 ? null : patterns.get(head);
            if (candidates != null) {
                int from = i - HEAD + 1;
                candidates.stream().filter(one -> matches(content, from, one))
                    .forEach(one -> traces.add(names.get(one) + " in " + where));
            }
        }
    }

    private static boolean matches(byte[] content, int from, byte[] pattern) {
        return from + pattern.length <= content.length
            && java.util.Arrays.equals(content, from, from + pattern.length, pattern, 0, pattern.length);
    }

    /** What was found where. */
    Set<String> traces() {
        return traces;
    }

    long searched() {
        return searched;
    }
}
