package org.shegong.app.controls.form.view;

import java.util.Map;
import java.util.function.Consumer;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.store.RecordData;

/** What an editor may ask of the form around it. */
interface FormScope {
    FormViewModel form();

    /** Where lists and calendars float. */
    OverlayLayer overlays();

    /** Puts the cursor into the next field that is shown. */
    void focusNext(FieldModel after);

    /** Puts the cursor where it was when the typing broke off, or into the first empty field. */
    void focusCaret();

    /** Puts the cursor into the field before. */
    void focusPrevious(FieldModel before);

    /**
     * Opens a new record of another form over this one.
     *
     * @param saved told of the record once it is saved; not told when the person goes back without saving
     */
    void createNested(String formKey, Map<String, Object> given, Consumer<RecordData> saved);

    /** Opens a record over this one. */
    void openNested(String formKey, String id, Consumer<RecordData> saved);

    default FormTexts texts() {
        return form().desk().texts();
    }
}
