package org.shegong.app.controls.form.view;

import java.util.List;
import org.shegong.app.controls.form.model.CodeChoices;
import org.shegong.app.controls.form.model.CodeSearch;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FormDesk;
import org.shegong.app.controls.form.model.RecordSearch;

/** Chooses the editor of each field by its type. */
final class EditorFactory {
    private static final int FEW = 4;
    private final FormScope scope;

    EditorFactory(FormScope scope) {
        this.scope = scope;
    }

    FieldEditor editor(FieldModel model) {
        FormDesk desk = scope.form().desk();
        return switch (model.field().type()) {
            case LONG_TEXT -> new LongTextField(scope, model);
            case DATE, DATE_TIME -> new DateField(scope, model);
            case BOOL -> new ChipsField(scope, model, List.of(
                new ChipsField.Option(true, desk.texts().text("bool.yes")),
                new ChipsField.Option(false, desk.texts().text("bool.no"))));
            case CODE -> code(desk, model);
            case CODES -> new PickManyField(scope, model, codes(desk, model));
            case REF -> new PickField(scope, model, new RecordSearch(scope.form(), model.field()));
            case REFS -> new PickManyField(scope, model, new RecordSearch(scope.form(), model.field()));
            case AUTO, COMPUTED -> new ReadOnlyField(scope.form(), model);
            case ATTACHMENT -> new FilesField(scope, model);
            default -> new TypedField(scope, model);
        };
    }

    private FieldEditor code(FormDesk desk, FieldModel model) {
        List<CodeChoices.Option> options = desk.codes().of(model.field().codes());
        if (options.size() > FEW) {
            return new PickField(scope, model, codes(desk, model));
        }
        return new ChipsField(scope, model, options.stream()
            .map(option -> new ChipsField.Option(option.code(), option.label())).toList());
    }

    private CodeSearch codes(FormDesk desk, FieldModel model) {
        return new CodeSearch(desk, scope.form().form().key(), model.field());
    }
}
