package org.shegong.reports.ledger.recognise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shegong.reports.ledger.recognise.LedgerField.Type;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The words by which ledgers are understood, from {@code kinds.yaml}, {@code hints.yaml} and {@code words.yaml}. Immutable.
 */
public final class LedgerWords {

    /** The column of a correction workbook that settles an ambiguous name. */
    public static final String SETTLE_FIELD = "settle";
    /** The column of an export that names the record a row was written from. */
    public static final String RECORD_FIELD = "record";
    /** The column of a correction workbook that says why a row was refused. */
    public static final String REFUSAL_FIELD = "refusal";

    /** The list of what marks columns of the program's own sheets that belong to no field. */
    static final String LEFT_OUT = "left_out_marks";

    static final Set<String> COMMON_FIELDS = Set.of(SETTLE_FIELD, RECORD_FIELD, REFUSAL_FIELD);

    private final List<KindSpec> kinds;
    private final Map<String, Object> words;
    private final Map<String, Map<String, String>> values;

    private LedgerWords(List<KindSpec> kinds, Map<String, Object> words) {
        this.kinds = List.copyOf(kinds);
        this.words = words;
        this.values = values(words.get("values"));
    }

    /** Reads the bundled words. */
    public static LedgerWords bundled() {
        Map<String, Object> words = asMap(load("words.yaml"));
        List<LedgerField> common = new ArrayList<>();
        asMap(words.get("common_fields")).forEach((key, node) -> common.add(field(key, asMap(node))));
        List<KindSpec> kinds = new ArrayList<>();
        Map<String, Object> hints = asMap(load("hints.yaml"));
        for (Object node : (List<?>) load("kinds.yaml")) {
            KindSpec spec = kind(asMap(node), common);
            kinds.add(hinted(spec, asMap(hints.get(spec.kind().key()))));
        }
        return new LedgerWords(kinds, words);
    }

    /** A copy in which a station's own headings are tried before the bundled ones. Unknown kinds are ignored. */
    public LedgerWords with(List<StationWording> own) {
        List<KindSpec> changed = new ArrayList<>();
        for (KindSpec spec : kinds) {
            List<LedgerField> fields = spec.fields().stream().map(field -> withOwn(spec, field, own)).toList();
            changed.add(new KindSpec(spec.kind(), spec.form(), spec.titles(), fields));
        }
        return new LedgerWords(changed, words);
    }

    /** The kinds in the order in which they are taken. */
    public List<KindSpec> kinds() {
        return kinds;
    }

    /** What is known about a kind. */
    public KindSpec kind(LedgerKind kind) {
        return kinds.stream().filter(spec -> spec.kind() == kind).findFirst().orElseThrow();
    }

    /** A list of words by its key. */
    public List<String> list(String key) {
        return texts(words.get(key));
    }

    /** Lists of words by the word that stands for each, in order. */
    public Map<String, List<String>> pairs(String key) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        asMap(words.get(key)).forEach((word, others) -> pairs.put(word, texts(others)));
        return pairs;
    }

    /** A list of words as a set. */
    public Set<String> set(String key) {
        return Set.copyOf(list(key));
    }

    /** The code that a wording of a list means in ledgers, by its match form; null for none. */
    public String code(String list, String matchForm) {
        return values.getOrDefault(list, Map.of()).get(matchForm);
    }

    private static LedgerField withOwn(KindSpec spec, LedgerField field, List<StationWording> own) {
        List<String> taught = own.stream().filter(w -> w.kind().equals(spec.kind().key()) && w.field().equals(field.key()))
                .map(StationWording::wording).toList();
        List<String> wordings = new ArrayList<>(field.wordings());
        wordings.addAll(taught);
        return new LedgerField(field.key(), field.type(), field.list(), field.required(), field.keep(),
                List.copyOf(wordings), taught, field.hints());
    }

    private static KindSpec hinted(KindSpec spec, Map<String, Object> hints) {
        List<LedgerField> fields = spec.fields().stream().map(field -> new LedgerField(field.key(), field.type(),
                field.list(), field.required(), field.keep(), field.wordings(), field.own(),
                texts(hints.get(field.key())).stream().map(Pattern::compile).toList())).toList();
        return new KindSpec(spec.kind(), spec.form(), spec.titles(), fields);
    }

    private static KindSpec kind(Map<String, Object> node, List<LedgerField> common) {
        List<LedgerField> fields = new ArrayList<>();
        asMap(node.get("fields")).forEach((key, field) -> fields.add(field(key, asMap(field))));
        fields.addAll(common);
        return new KindSpec(LedgerKind.of(node.get("kind").toString()).orElseThrow(), node.get("form").toString(),
                texts(node.get("titles")), List.copyOf(fields));
    }

    private static LedgerField field(String key, Map<String, Object> node) {
        Type type = Type.valueOf(node.get("type").toString().toUpperCase(Locale.ROOT));
        return new LedgerField(key, type, node.getOrDefault("list", "").toString(),
                Boolean.TRUE.equals(node.get("required")),
                type != Type.SEQ && !Boolean.FALSE.equals(node.get("keep")), texts(node.get("words")),
                List.of(), List.of());
    }

    private static Map<String, Map<String, String>> values(Object node) {
        Map<String, Map<String, String>> lists = new LinkedHashMap<>();
        asMap(node).forEach((list, codes) -> {
            Map<String, String> byWording = new LinkedHashMap<>();
            asMap(codes).forEach((code, wordings) ->
                    texts(wordings).forEach(wording -> byWording.putIfAbsent(HeadingText.full(wording), code)));
            lists.put(list, byWording);
        });
        return lists;
    }

    private static List<String> texts(Object node) {
        return node instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
    }

    private static Map<String, Object> asMap(Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return Map.of();
        }
        return map.entrySet().stream().collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue,
                (a, b) -> a, LinkedHashMap::new));
    }

    private static Object load(String name) {
        try (InputStream in = LedgerKind.class.getResourceAsStream("/org/shegong/reports/ledger/" + name)) {
            return new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
