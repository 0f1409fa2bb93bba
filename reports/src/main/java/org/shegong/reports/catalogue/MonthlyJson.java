package org.shegong.reports.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The machine-readable form of a monthly report, and the checksum that paper and file share. */
final class MonthlyJson {
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int SHORT = 8;

    private MonthlyJson() {
    }

    static String of(MonthlyFigures report) {
        ObjectNode root = JSON.createObjectNode();
        root.put("station", report.station().name());
        root.put("period", report.period().toString());
        root.put("version", report.version());
        root.put("state", report.draft() ? "draft" : "final");
        ObjectNode figures = root.putObject("figures");
        report.figures().forEach((code, value) -> put(figures, code, value));
        root.set("breakdowns", JSON.valueToTree(report.breakdowns()));
        ArrayNode checks = root.putArray("checks");
        report.checks().forEach(check -> checks.addObject().put("id", check.id()).put("level", check.level().name())
                .put("ok", check.ok()).put("text", check.text()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree has a JSON form", impossible);
        }
    }

    private static void put(ObjectNode figures, String code, BigDecimal value) {
        if (value == null) {
            figures.putNull(code);
        } else {
            figures.put(code, value);
        }
    }

    /** SHA-256 over station, month and figures in code order, hexadecimal. */
    static String digest(MonthlyFigures report) {
        StringBuilder text = new StringBuilder(report.station().name()).append('\n').append(report.period());
        new TreeMap<>(report.figures()).forEach((code, value) -> text.append('\n').append(code).append('=')
                .append(value == null ? "" : value.toPlainString()));
        parts(report.breakdowns(), text);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void parts(Map<String, Map<String, Map<String, Long>>> breakdowns, StringBuilder text) {
        new TreeMap<>(breakdowns).forEach((code, dimensions) -> new TreeMap<>(dimensions).forEach((dimension, parts) ->
                new TreeMap<>(parts).forEach((value, n) -> text.append('\n').append(code).append('.').append(dimension)
                        .append('.').append(value).append('=').append(n))));
    }

    /** The first eight characters of the digest, as printed. */
    static String shortDigest(MonthlyFigures report) {
        return digest(report).substring(0, SHORT).toUpperCase(Locale.ROOT);
    }
}
