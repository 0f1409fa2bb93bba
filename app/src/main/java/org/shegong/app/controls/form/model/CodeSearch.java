package org.shegong.app.controls.form.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shegong.db.forms.Field;

/** Finds codes of a field by what is typed: code, words or letters of pinyin; lately used ones come first. */
public final class CodeSearch implements ChoiceSearch {
    private static final int RECENT = 5;
    private final FormDesk desk;
    private final Field field;
    private final String formKey;
    private List<CodeChoices.Option> options = List.of();
    private List<String> recent;

    public CodeSearch(FormDesk desk, String formKey, Field field) {
        this.desk = desk;
        this.formKey = formKey;
        this.field = field;
    }

    @Override
    public void find(String typed, Consumer<List<Choice>> found) {
        if (recent == null) {
            desk.background().run(() -> {
                desk.match().matches("a", field.label());
                return desk.station().hints().recentValues(formKey, field.key(), RECENT);
            }, values -> {
                options = desk.codes().of(field.codes());
                recent = values;
                found.accept(filter(typed));
            }, failure -> found.accept(List.of()));
        } else {
            found.accept(filter(typed));
        }
    }

    /** The choices that answer, from what is loaded already; recent ones first, then the best. */
    private List<Choice> filter(String typed) {
        List<CodeChoices.Option> hits = desk.match().filter(typed, expanded(), Option::text, Option::code).stream()
            .map(Option::option).distinct().toList();
        List<Choice> recentOnes = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        for (CodeChoices.Option option : hits) {
            boolean isRecent = recent.contains(option.code());
            (isRecent ? recentOnes : others).add(new Choice(option.code(), option.label(), option.code(), isRecent));
        }
        recentOnes.sort(java.util.Comparator.comparingInt(choice -> recent.indexOf(choice.value())));
        List<Choice> all = new ArrayList<>(typed.isBlank() ? recentOnes : hitsInOrder(hits));
        if (typed.isBlank()) {
            all.addAll(others);
        }
        return all;
    }

    private List<Choice> hitsInOrder(List<CodeChoices.Option> hits) {
        return hits.stream().map(option -> new Choice(option.code(), option.label(), option.code(),
            recent.contains(option.code()))).toList();
    }

    /** Each option under its label and under each of its other words. */
    private List<Option> expanded() {
        List<Option> all = new ArrayList<>();
        for (CodeChoices.Option option : options) {
            all.add(new Option(option, option.label(), option.code()));
            option.aliases().forEach(alias -> all.add(new Option(option, alias, "")));
        }
        return all;
    }

    private record Option(CodeChoices.Option option, String text, String code) {
    }
}
