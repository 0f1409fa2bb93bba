package org.shegong.db.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the bundled code lists. */
final class CodeFiles {
    /** Distance between the places of neighbouring codes, so that a station's own may stand between them. */
    static final int STEP = 10;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true)
        .setIgnoreEmptyLines(true).get();

    private CodeFiles() {
    }

    /** Ids of the lists with what people call them. */
    static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        rows("lists").forEach(row -> titles.put(row.get("list"), row.get("label")));
        return Collections.unmodifiableMap(titles);
    }

    static List<Code> read(String list) {
        List<Code> codes = new ArrayList<>();
        for (CSVRecord row : rows(list)) {
            String aliases = row.get("aliases");
            codes.add(new Code(list, row.get("code"), row.get("label"), row.get("parent"),
                aliases.isEmpty() ? List.of() : List.of(aliases.split("\\|")), (codes.size() + 1) * STEP,
                date(row.get("valid_from")), date(row.get("valid_to")), row.get("std_ref"), row.get("note"), true));
        }
        return codes;
    }

    private static LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<CSVRecord> rows(String name) {
        try (InputStream in = CodeFiles.class.getResourceAsStream(name + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("missing code list " + name);
            }
            try (CSVParser parser = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return parser.getRecords();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("code list " + name, e);
        }
    }
}
