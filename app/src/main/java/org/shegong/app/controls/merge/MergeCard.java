package org.shegong.app.controls.merge;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.controls.merge.MergeViewModel.Candidate;
import org.shegong.app.controls.merge.MergeViewModel.Choice;
import org.shegong.app.controls.merge.MergeViewModel.Sides;

/** The question whom a file is to be merged with, then both files side by side to choose from. */
public final class MergeCard {
    private static final double LIST = 260;
    private final AppContext context;
    private final MergeViewModel model;
    private final VBox view = new VBox(12);
    private final TextField search = new TextField();

    public MergeCard(AppContext context, String clientId) {
        this.context = context;
        this.model = new MergeViewModel(context, clientId);
        view.getStyleClass().addAll("card", "wide");
        view.getChildren().setAll(title(), wrapped("merge.whom", "quiet"), search, found(), buttons());
        search.setPromptText(text("merge.prompt"));
        search.setId("merge-search");
        search.textProperty().addListener((o, before, now) -> model.search(now));
        model.sidesProperty().addListener((o, before, now) -> show(now));
        model.search("");
    }

    /** With both files chosen already. */
    public MergeCard(AppContext context, String clientId, String otherId) {
        this(context, clientId);
        model.choose(otherId);
    }

    /** Lays the card over the window. */
    public void show() {
        context.overlays().dialog(view, search);
    }

    private String text(String key, Object... args) {
        return context.texts().get(key, args);
    }

    private Node title() {
        Label title = new Label(text("merge.title"));
        title.getStyleClass().add("card-title");
        return title;
    }

    private Label wrapped(String key, String style, Object... args) {
        Label label = new Label(text(key, args));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private Node found() {
        ListView<Candidate> list = new ListView<>(model.candidates());
        list.setPrefHeight(LIST);
        list.setPlaceholder(new Label(text("merge.nobody")));
        list.setCellFactory(cells -> new ListCell<>() {
            @Override
            protected void updateItem(Candidate candidate, boolean empty) {
                super.updateItem(candidate, empty);
                setText(empty ? null : candidate.sure() ? text("merge.suspect", candidate.label())
                    : candidate.label());
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(list);
            }
        });
        list.setOnMouseClicked(event -> choose(list));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        return list;
    }

    private void choose(ListView<Candidate> list) {
        Candidate chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.choose(chosen.id());
        }
    }

    private HBox buttons(Node... more) {
        Button cancel = new Button(text("button.cancel"));
        cancel.setOnAction(event -> context.overlays().close(view));
        HBox buttons = new HBox(8, cancel);
        buttons.getChildren().addAll(more);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void show(Sides sides) {
        Button swap = new Button(text("merge.swap"), new FontIcon("fth-repeat"));
        swap.setId("merge-swap");
        swap.setOnAction(event -> model.swap());
        Button merge = new Button(text("merge.do"));
        merge.setId("merge-now");
        merge.getStyleClass().add("accent");
        merge.setOnAction(event -> model.merge(kept -> {
            context.overlays().close(view);
            context.navigator().openRecord("client", kept);
        }));
        ScrollPane scroll = new ScrollPane(grid(sides));
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(LIST);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        view.getChildren().setAll(title(), wrapped("merge.explain", "quiet"), scroll,
            wrapped(sides.moving().isEmpty() ? "merge.moving.none" : "merge.moving", "quiet", sides.moving()),
            buttons(swap, merge));
        merge.requestFocus();
    }

    private GridPane grid(Sides sides) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        for (double share : new double[] {20, 40, 40}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, new Label(), wrapped("merge.kept", "field-label", sides.keptName()),
            wrapped("merge.other", "field-label", sides.otherName()));
        int row = 1;
        for (Choice choice : sides.choices()) {
            ToggleGroup group = new ToggleGroup();
            RadioButton mine = side(group, choice.mine());
            RadioButton theirs = side(group, choice.theirs());
            mine.setSelected(choice.keepMine().get());
            theirs.setSelected(!choice.keepMine().get());
            mine.selectedProperty().addListener((o, before, now) -> choice.keepMine().set(now));
            Label label = new Label(choice.field().label());
            label.setWrapText(true);
            grid.addRow(row++, label, mine, theirs);
        }
        return grid;
    }

    private RadioButton side(ToggleGroup group, String value) {
        RadioButton button = new RadioButton(value.isEmpty() ? text("merge.empty") : value);
        button.setWrapText(true);
        button.setToggleGroup(group);
        return button;
    }
}
