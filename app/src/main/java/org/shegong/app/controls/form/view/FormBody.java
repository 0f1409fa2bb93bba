package org.shegong.app.controls.form.view;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.shegong.app.controls.form.model.FieldModel;
import org.shegong.db.forms.FieldType;
import org.shegong.db.forms.Section;

/** The fields of a form in their sections, scrolling; knows the order in which the cursor goes through them. */
final class FormBody extends ScrollPane {
    private static final double MARGIN = 24;
    private final FormScope scope;
    private final EditorFactory editors;
    private final VBox content = new VBox();
    private final List<FieldBox> boxes = new ArrayList<>();

    FormBody(FormScope scope) {
        this.scope = scope;
        this.editors = new EditorFactory(scope);
        getStyleClass().add("form-body");
        content.getStyleClass().add("form-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        scope.form().form().sections().forEach(this::addSection);
        vvalueProperty().addListener((o, before, now) -> scope.overlays().follow());
        ChangeListener<Node> focus = (p, old, owner) -> focusMoved(owner);
        sceneProperty().addListener((o, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focus);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(focus);
            }
        });
    }

    private void focusMoved(Node owner) {
        FieldBox box = boxOf(owner);
        if (box == null) {
            scope.form().typing().left();
        } else {
            scope.form().typing().entered(box.model().key());
            Platform.runLater(() -> follow(owner));
        }
    }

    /** Adds something below the fields. */
    void addBelow(Node node) {
        content.getChildren().add(node);
    }

    private void addSection(Section section) {
        Label heading = new Label(section.label());
        heading.getStyleClass().add("section-heading");
        FieldColumns columns = new FieldColumns();
        heading.fontProperty().addListener((o, before, now) -> columns.setEm(em(now)));
        List<FieldBox> own = new ArrayList<>();
        for (var field : scope.form().form().fieldsOf(section.key())) {
            FieldModel model = scope.form().field(field.key());
            FieldEditor editor = editors.editor(model);
            FieldBox box = new FieldBox(model, editor, scope.texts(),
                () -> scope.form().masked().askingProperty().set(true));
            columns.add(box, field.wide() || editor.wide() || field.type() == FieldType.ATTACHMENT);
            own.add(box);
        }
        boxes.addAll(own);
        VBox part = new VBox(8, heading, columns);
        part.getStyleClass().add("form-section");
        BooleanBinding any = Bindings.createBooleanBinding(
            () -> own.stream().anyMatch(box -> box.model().isShown()),
            own.stream().map(box -> box.model().shownProperty()).toArray(javafx.beans.Observable[]::new));
        part.visibleProperty().bind(any);
        part.managedProperty().bind(any);
        content.getChildren().add(part);
    }

    private static double em(Font font) {
        return font.getSize();
    }

    /** Puts the cursor into the next field that can take it; false when there is none. */
    boolean focusAfter(FieldModel after, int direction) {
        int at = indexOf(after);
        for (int i = at + direction; i >= 0 && i < boxes.size(); i += direction) {
            if (focus(boxes.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Puts the cursor into this field. */
    void focus(FieldModel model) {
        focus(boxes.get(indexOf(model)));
    }

    /** Puts the cursor into the first empty field of the form, else into the first one. */
    void focusFirst() {
        for (FieldBox box : boxes) {
            if (box.model().isEditable() && box.model().value() == null && focus(box)) {
                return;
            }
        }
        focusTop();
    }

    /** Puts the cursor into the first field. */
    void focusTop() {
        for (FieldBox box : boxes) {
            if (focus(box)) {
                return;
            }
        }
    }

    private int indexOf(FieldModel model) {
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).model() == model) {
                return i;
            }
        }
        return 0;
    }

    private static boolean focus(FieldBox box) {
        if (!box.model().isShown() || box.focusNode() == null) {
            return false;
        }
        box.focusNode().requestFocus();
        return true;
    }

    /** Scrolls just so far that the field with the cursor is in sight. */
    private void follow(Node owner) {
        FieldBox box = boxOf(owner);
        if (box == null || content.getHeight() <= getViewportBounds().getHeight()) {
            return;
        }
        Bounds at = content.sceneToLocal(box.localToScene(box.getLayoutBounds()));
        double view = getViewportBounds().getHeight();
        double hidden = content.getHeight() - view;
        double top = getVvalue() * hidden;
        if (at.getMinY() - MARGIN < top) {
            setVvalue(Math.max(0, (at.getMinY() - MARGIN) / hidden));
        } else if (at.getMaxY() + MARGIN > top + view) {
            setVvalue(Math.min(1, (at.getMaxY() + MARGIN - view) / hidden));
        }
    }

    private FieldBox boxOf(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node instanceof FieldBox box && boxes.contains(box)) {
                return box;
            }
        }
        return null;
    }
}
