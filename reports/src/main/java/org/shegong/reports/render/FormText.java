package org.shegong.reports.render;

import java.util.stream.Collectors;
import org.shegong.reports.document.FormGrid.CheckOption;
import org.shegong.reports.document.FormGrid.GridValue;

/** The printed text of a form value. */
final class FormText {
    private FormText() {
    }

    static String of(GridValue value) {
        if (value instanceof GridValue.Checks checks) {
            return checks.options().stream().map(FormText::option)
                    .collect(Collectors.joining(RenderTexts.text("option.gap")));
        }
        return value instanceof GridValue.Text text ? text.value() : "";
    }

    private static String option(CheckOption option) {
        String box = RenderTexts.text(option.checked() ? "checked" : "unchecked");
        if (option.detail() == null) {
            return box + option.label();
        }
        String detail = option.detail().isEmpty() ? RenderTexts.text("form.other.blank") : option.detail();
        return box + RenderTexts.text("labelled", option.label(), detail);
    }
}
