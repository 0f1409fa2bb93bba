package org.shegong.app.controls.form.view;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.controls.form.model.ChildRows;
import org.shegong.app.controls.form.model.FormTexts;
import org.shegong.app.controls.form.model.FormViewModel;
import org.shegong.db.forms.ChildLink;
import org.shegong.db.forms.Field;
import org.shegong.db.store.RecordData;

/** The records that belong to this one, as a short table; adding or opening one lays its form over this. */
final class ChildrenBox extends VBox {
    private static final int AT_FIRST = 12;
    private static final double DRAFT_WEIGHT = 0.7;
    private static final String NONE = "\u2014";
    private final FormScope scope;
    private final FormViewModel form;
    private final FormTexts texts;
    private final ChildRows rows;
    private final VBox list = new VBox();
    private boolean all;

    private ChildrenBox(FormScope scope, ChildLink link) {
        this.scope = scope;
        this.form = scope.form();
        this.texts = scope.texts();
        this.rows = new ChildRows(form.desk(), link, form.id());
        getStyleClass().add("form-section");
        setId("children-" + link.form());
        setSpacing(6);
        getChildren().addAll(heading(), list);
        rows.rows().addListener((ListChangeListener<ChildRows.Row>) change -> draw());
        draw();
        if (form.saving().stored() != null) {
            reload();
        }
    }

    /** One box for each form that belongs to this one. */
    static List<ChildrenBox> all(FormScope scope, PanelNavigation navigation) {
        return scope.form().form().children().stream().map(link -> new ChildrenBox(scope, link)).toList();
    }

    private Node heading() {
        Label label = new Label(rows.label());
        label.getStyleClass().add("section-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button(texts.text("children.add", rows.form().label()), new FontIcon(Feather.PLUS));
        add.getStyleClass().addAll("flat", "add-child");
        add.setId("add-" + rows.form().key());
        add.setOnAction(event -> add());
        HBox heading = new HBox(label, gap, add);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    /** A record that is not kept yet is kept as a draft first, so that the new one has something to belong to. */
    private void add() {
        if (form.saving().stored() == null) {
            form.saving().keepDraft(kept -> {
                if (kept) {
                    create();
                }
            });
        } else {
            create();
        }
    }

    private void create() {
        scope.createNested(rows.form().key(), rows.given(), this::changed);
    }

    private void changed(RecordData record) {
        reload();
    }

    private void reload() {
        rows.load(failure -> form.saving().fail(failure));
    }

    private void draw() {
        list.getChildren().clear();
        if (rows.rows().isEmpty()) {
            Label none = new Label(texts.text("children.none", rows.form().label()));
            none.getStyleClass().add("field-hint");
            list.getChildren().add(none);
            return;
        }
        list.getChildren().add(head());
        rows.rows().stream().limit(all ? Integer.MAX_VALUE : AT_FIRST).forEach(row ->
            list.getChildren().add(row(row)));
        int hidden = all ? 0 : rows.rows().size() - AT_FIRST;
        if (hidden > 0) {
            Hyperlink more = new Hyperlink(texts.text("children.more", hidden));
            more.setOnAction(event -> {
                all = true;
                draw();
            });
            list.getChildren().add(more);
        }
    }

    /** Columns in which at least one row has something to say; the first always. */
    private List<Integer> used() {
        return IntStream.range(0, rows.columns().size()).filter(i -> i == 0
            || rows.rows().stream().anyMatch(row -> !row.cells().get(i).isEmpty())).boxed().toList();
    }

    private Node head() {
        GridPane grid = grid("child-head");
        List<Integer> used = used();
        for (int i = 0; i < used.size(); i++) {
            grid.add(cell(rows.columns().get(used.get(i)).label()), i, 0);
        }
        return grid;
    }

    private Node row(ChildRows.Row row) {
        GridPane grid = grid("child-row");
        List<Integer> used = used();
        for (int i = 0; i < used.size(); i++) {
            String text = row.cells().get(used.get(i));
            grid.add(cell(text.isEmpty() ? NONE : text), i, 0);
        }
        if (row.draft()) {
            Label draft = new Label(texts.text("form.draft"));
            draft.getStyleClass().addAll("status-chip", "status-draft");
            draft.setMinWidth(USE_PREF_SIZE);
            grid.add(draft, used.size(), 0);
        }
        grid.setFocusTraversable(true);
        grid.setOnMouseClicked(event -> open(row));
        grid.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
                event.consume();
                open(row);
            }
        });
        return grid;
    }

    private void open(ChildRows.Row row) {
        scope.openNested(rows.form().key(), row.id(), this::changed);
    }

    private GridPane grid(String style) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add(style);
        List<Integer> used = used();
        double whole = used.stream().mapToDouble(i -> weight(rows.columns().get(i))).sum() + DRAFT_WEIGHT;
        for (int i : used) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * weight(rows.columns().get(i)) / whole);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static double weight(Field field) {
        return switch (field.type()) {
            case REF, REFS, LONG_TEXT, TEXT -> 2;
            case INTEGER, MINUTES, BOOL, COMPUTED -> 0.8;
            default -> 1.2;
        };
    }

    private static Label cell(String text) {
        Label cell = new Label(text);
        cell.setMinWidth(0);
        return cell;
    }
}
