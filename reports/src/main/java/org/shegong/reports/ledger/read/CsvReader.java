package org.shegong.reports.ledger.read;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.shegong.reports.ledger.read.ReadOutcome.Reason;

/**
 * Reads comma-, tab- or semicolon-separated text in UTF-8, UTF-16 or GB18030 (a superset of GBK). UTF-8 is
 * tried first and strictly, which Chinese text in another encoding practically never passes.
 */
final class CsvReader {

    private static final List<Character> DELIMITERS = List.of(',', '\t', ';');
    private static final int SAMPLE = 20_000;

    private final Limits limits;

    CsvReader(Limits limits) {
        this.limits = limits;
    }

    List<Grid> read(Path file) throws IOException {
        String text = decode(Files.readAllBytes(file));
        char delimiter = delimiter(text);
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        GridBuilder grid = new GridBuilder(name, false, limits);
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false)
                .setLenientEof(true).setTrailingData(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                for (int column = 0; column < line.size(); column++) {
                    grid.add((int) line.getRecordNumber(), false, column, Cell.text(unquote(line.get(column))));
                }
            }
        }
        return List.of(grid.build(true));
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return checked(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return checked(new String(bytes, StandardCharsets.UTF_16));
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return checked(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException e) {
                // Not this encoding; the next one, or no text at all.
                continue;
            }
        }
        throw new UnreadableException(Reason.NOT_A_WORKBOOK);
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    /** Binary data decodes too, but holds control characters that no ledger has. */
    private static String checked(String text) {
        boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        String start = text.substring(0, Math.min(200, text.length())).stripLeading();
        if (binary || start.startsWith("<")) {
            throw new UnreadableException(Reason.NOT_A_WORKBOOK);
        }
        if (text.isBlank()) {
            throw new UnreadableException(Reason.EMPTY);
        }
        return text;
    }

    private static char delimiter(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        char best = ',';
        long most = 0;
        for (char candidate : DELIMITERS) {
            long count = sample.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** Undoes the ways in which people keep Excel from reading a number: ="…", a leading apostrophe or tab. */
    private static String unquote(String value) {
        String text = value.strip();
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() >= 3) {
            return text.substring(2, text.length() - 1);
        }
        return text.startsWith("'") ? text.substring(1) : text;
    }
}
