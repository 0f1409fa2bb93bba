package org.shegong.db.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads one form file; a file that is wrong stops the program with the place in it. */
final class FormReader {
    private FormReader() {
    }

    static Form read(String name, String yaml) {
        Object root = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(yaml);
        YamlNode node = new YamlNode(name, root);
        if (!name.equals(node.text("form"))) {
            throw new IllegalArgumentException(name + ": form says " + node.text("form"));
        }
        List<Section> sections = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        readSections(node, sections, fields);
        String sort = node.text("sort", node.has("date") ? "-" + node.text("date") : "");
        String parentForm = "";
        String parentField = "";
        if (node.has("parent")) {
            YamlNode parent = new YamlNode(name + ".parent", node.raw("parent"));
            parentForm = parent.text("form");
            parentField = parent.text("by");
        }
        Form form = new Form(name, node.text("label"), node.text("title", node.text("label")),
            node.text("table", name), node.text("source", ""), node.text("number", ""), node.text("date", ""),
            node.text("display", ""), node.flag("hidden", false), parentForm, parentField, children(node),
            node.texts("list"), sort.startsWith("-") ? sort.substring(1) : sort, sort.startsWith("-"),
            node.texts("filters"), node.texts("search"), List.copyOf(sections), List.copyOf(fields), rules(node),
            prints(node));
        node.refuseUnknown();
        return form;
    }

    private static void readSections(YamlNode node, List<Section> sections, List<Field> fields) {
        for (YamlNode section : node.nodes("sections")) {
            String key = section.text("key");
            sections.add(new Section(key, section.text("label"),
                ConditionReader.read(section.where(), section.raw("shown"), Condition.ALWAYS)));
            for (YamlNode field : section.nodes("fields")) {
                fields.add(field(field, key));
            }
            section.refuseUnknown();
        }
    }

    private static Field field(YamlNode n, String section) {
        String where = n.where() + " " + n.text("key");
        FieldType type = FieldType.valueOf(n.text("type").toUpperCase(Locale.ROOT));
        Field field = new Field(n.text("key"), n.text("label"), type, n.text("codes", ""), n.text("form", ""),
            n.text("unit", ""), ConditionReader.read(where, n.raw("required"), Condition.NEVER),
            ConditionReader.read(where, n.raw("shown"), Condition.ALWAYS), n.decimal("min"), n.decimal("max"),
            n.number("min_length", 0), n.number("max_length", 0), n.flag("past", false), n.text("check", ""),
            n.text("fill", ""), n.text("compute", ""),
            Sensitivity.valueOf(n.text("sens", "plain").toUpperCase(Locale.ROOT)), n.text("mask", ""), section,
            n.text("hint", ""), n.flag("wide", type == FieldType.LONG_TEXT), n.number("lines", 3),
            n.flag("extra", false), n.flag("import", true));
        n.refuseUnknown();
        return field;
    }

    private static List<ChildLink> children(YamlNode node) {
        return node.nodes("children").stream()
            .map(n -> new ChildLink(n.text("form"), n.text("by"), n.text("label", ""))).toList();
    }

    private static List<FieldRule> rules(YamlNode node) {
        List<FieldRule> rules = new ArrayList<>();
        for (YamlNode n : node.nodes("rules")) {
            List<String> others = n.has("others") ? n.texts("others") : n.texts("other");
            List<String> all = n.texts("fields");
            Map<String, Object> options = new LinkedHashMap<>();
            n.map().forEach((key, value) -> options.put(String.valueOf(key), value));
            String field = n.text("field", all.isEmpty() ? "" : all.get(0));
            rules.add(new FieldRule(n.text("rule"), field, others.isEmpty() ? all : others,
                Level.valueOf(n.text("level", "E")), n.text("message", "rule." + n.text("rule")), options));
        }
        return List.copyOf(rules);
    }

    private static List<PrintTemplate> prints(YamlNode node) {
        List<PrintTemplate> prints = new ArrayList<>();
        for (YamlNode n : node.nodes("prints")) {
            prints.add(new PrintTemplate(n.text("key"), n.text("title", node.text("title", node.text("label"))),
                n.text("kind", "form"), n.text("orientation", "portrait").equals("landscape"), n.texts("sections"),
                n.number("columns", 4), n.texts("children"), n.text("child", ""), n.texts("columns_of"),
                n.number("blank_rows", 0), n.number("blank_lines", 0), n.texts("signatures")));
            n.refuseUnknown();
        }
        return List.copyOf(prints);
    }
}
