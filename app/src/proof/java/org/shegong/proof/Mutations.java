package org.shegong.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes damaged and hostile files out of good ones; the same seed makes the same file. Not safe for several threads. */
final class Mutations {
    private static final List<String> NUMBERS = List.of("0", "-1", "2147483648", "99999999999999999999", "1e308", "1e999999999", "NaN",
        "4294967295", "65536");
    private static final List<String> TEXTS = List.of("&#0;", "&e;", "\uFFFE", "<a>", "</c>", "<![CDATA[", "A".repeat(40_000),
        "=cmd|' /C calc'!A0", "../../../escaped", "\u202E", "<row>".repeat(5_000));
    private static final List<String> NAMES = List.of("../escaped.xml", "/escaped.xml", "..\\escaped.xml",
        "xl/../../escaped.xml", "C:\\escaped.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/", "\u0000", "");
    private static final int LARGEST_PART = 1 << 20;
    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One damaged file; packed files are changed inside as often as outside. */
    byte[] of(byte[] good) throws IOException {
        boolean packed = good.length > 4 && good[0] == 'P' && good[1] == 'K';
        return packed && random.nextInt(10) < 7 ? packed(good) : bytes(good.clone(), 1 + random.nextInt(12));
    }

    private byte[] bytes(byte[] content, int times) {
        byte[] result = content;
        for (int i = 0; i < times && result.length > 8; i++) {
            result = changed(result);
        }
        return result;
    }

    private byte[] changed(byte[] content) {
        int at = random.nextInt(content.length);
        int length = Math.min(content.length - at, 1 + random.nextInt(64));
        switch (random.nextInt(6)) {
            case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(content, at, at + length, (byte) random.nextInt(256));
            case 2 -> System.arraycopy(content, random.nextInt(content.length - length + 1), content, at, length);
            case 3 -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(content, Math.max(1, at)) : content;
            }
            case 4 -> extreme(content, at);
            default -> {
                return inserted(content, at, Arrays.copyOfRange(content, at, at + length));
            }
        }
        return content;
    }

    /** Lengths and offsets stand in files as little-endian numbers; extreme ones make careless readers reserve memory. */
    private void extreme(byte[] content, int at) {
        int[] numbers = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 1 << 30};
        int number = numbers[random.nextInt(numbers.length)];
        for (int i = 0; i < 4 && at + i < content.length; i++) {
            content[at + i] = (byte) (number >>> (8 * i));
        }
    }

    private static byte[] inserted(byte[] content, int at, byte[] more) {
        byte[] longer = new byte[content.length + more.length];
        System.arraycopy(content, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(content, at, longer, at + more.length, content.length - at);
        return longer;
    }

    private byte[] packed(byte[] good) throws IOException {
        Map<String, byte[]> parts = parts(good);
        if (parts.isEmpty()) {
            return bytes(good.clone(), 4);
        }
        List<String> names = List.copyOf(parts.keySet());
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(NAMES.get(random.nextInt(NAMES.size())), parts.getOrDefault(name, new byte[0]));
                case 2 -> parts.put(name, parts.get(names.get(random.nextInt(names.size()))));
                default -> parts.computeIfPresent(name, (key, content) -> name.endsWith(".xml") || name.endsWith(".rels")
                    || name.endsWith(".json") ? text(content) : bytes(content, 3));
            }
        }
        parts.values().removeIf(content -> content == null);
        return zip(parts);
    }

    private byte[] text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(4); i > 0 && text.length() > 16; i--) {
            int at = random.nextInt(text.length() - 1);
            text = switch (random.nextInt(6)) {
                case 0 -> number(text, at);
                case 1 -> text.substring(0, at) + TEXTS.get(random.nextInt(TEXTS.size())) + text.substring(at);
                case 2 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(200)));
                case 3 -> tagAgain(text, at);
                case 4 -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text.replaceFirst("<\\?xml[^>]*>", "");
                default -> text.substring(0, at) + (char) random.nextInt(0x10000) + text.substring(at + 1);
            };
        }
        return text.length() > LARGEST_PART ? content : text.getBytes(StandardCharsets.UTF_8);
    }

    private String number(String text, int at) {
        int from = at;
        while (from < text.length() && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(0, from) + NUMBERS.get(random.nextInt(NUMBERS.size())) + text.substring(to);
    }

    private String tagAgain(String text, int at) {
        int from = text.indexOf('<', at);
        int to = from < 0 ? -1 : text.indexOf('>', from);
        return to < 0 ? text : text.substring(0, to + 1) + text.substring(from, to + 1).repeat(1 + random.nextInt(50))
            + text.substring(to + 1);
    }

    private static Map<String, byte[]> parts(byte[] good) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(good))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readNBytes(8 * LARGEST_PART));
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Map.of();
        }
        return parts;
    }

    private byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean stored = random.nextInt(3) == 0;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(random.nextInt(8) == 0 ? random.nextInt() & 0xFFFFFFFFL : crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException wrongSum) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }
}
