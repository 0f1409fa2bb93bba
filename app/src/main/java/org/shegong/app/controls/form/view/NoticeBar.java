package org.shegong.app.controls.form.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.app.controls.form.model.Note;
import org.shegong.db.forms.Level;
import org.shegong.db.store.PossibleDuplicate;

/** What concerns the whole record, over its fields: possible duplicates, unfinished changes, conflicts. */
final class NoticeBar extends VBox {
    private final FormScope scope;
    private final FormViewModel form;
    private final FormTexts texts;
    private final boolean startedUnfinished;
    private final InvalidationListener refresh = change -> refresh();

    NoticeBar(FormScope scope) {
        this.scope = scope;
        this.form = scope.form();
        this.texts = scope.texts();
        this.startedUnfinished = form.saving().stored() != null && form.dirtyProperty().get();
        getStyleClass().add("notice-bar");
        form.duplicates().addListener(refresh);
        form.findings().general().addListener(refresh);
        form.dirtyProperty().addListener(refresh);
        form.saving().conflictProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        List<Node> notices = new ArrayList<>();
        if (form.saving().conflictProperty().get() != null) {
            notices.add(new ConflictPane(form));
        }
        if (startedUnfinished && form.dirtyProperty().get()) {
            notices.add(unfinished());
        }
        for (PossibleDuplicate duplicate : form.duplicates()) {
            notices.add(duplicate(duplicate));
        }
        for (Note note : form.findings().general()) {
            notices.add(new NoteLine(note, texts));
        }
        getChildren().setAll(notices);
        setManaged(!notices.isEmpty());
        setVisible(!notices.isEmpty());
    }

    private Node unfinished() {
        Hyperlink discard = new Hyperlink(texts.text("form.unfinished.discard"));
        discard.setOnAction(event -> form.saving().discardChanges());
        NoteLine line = new NoteLine(new Note(Level.I, texts.text("form.unfinished")), texts);
        return new FlowPane(6, 0, line, discard);
    }

    private Node duplicate(PossibleDuplicate duplicate) {
        Level level = duplicate.certain() ? Level.E : Level.W;
        Label name = new Label(duplicate.label());
        name.getStyleClass().add("notice-name");
        Hyperlink open = new Hyperlink(texts.text("duplicate.open"));
        open.setOnAction(event -> scope.openNested("client", duplicate.clientId(), record -> { }));
        NoteLine line = new NoteLine(new Note(level, texts.text("duplicate.title")
            + texts.text("duplicate." + duplicate.reason())), texts);
        open.setVisible(duplicate.shown());
        open.setManaged(duplicate.shown());
        return new FlowPane(6, 0, line, name, open);
    }
}
