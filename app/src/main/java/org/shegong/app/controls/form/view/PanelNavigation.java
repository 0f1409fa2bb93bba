package org.shegong.app.controls.form.view;

import java.util.Map;
import java.util.function.Consumer;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.store.RecordData;

/** Moving between the forms that lie over each other in one panel. */
interface PanelNavigation {
    /** Opens a new record over the form shown. */
    void create(String formKey, Map<String, Object> given, Consumer<RecordData> saved);

    /** Opens a record over the form shown. */
    void open(String formKey, String id, Consumer<RecordData> saved);

    /** Goes on with something left unfinished, in the place of the form shown. */
    void resume(String formKey, String id);

    /** Puts a new record in the place of the form shown. */
    void next(String formKey);

    /** Takes over into a new record what the last one says, where nothing has been typed yet. */
    void copyLast(FormViewModel form);

    /** Leaves the form shown, keeping a draft; back to the one under it, or closes the panel. */
    void back();

    /** Prints the record, after saving what was changed; nothing is printed when that cannot be saved. */
    void print(FormViewModel form);

    /** Asks why and moves the record into the recycle bin. */
    void recycle(FormViewModel form);

    /** Shows what happened to the record over its form. */
    void showHistory(String formKey, String id);
}
