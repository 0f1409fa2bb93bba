package org.shegong.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.DeskAction;
import org.shegong.app.Overlays;
import org.shegong.app.controls.preview.PreviewOverlay;
import org.shegong.app.controls.preview.SheetDocuments;
import org.shegong.app.i18n.Texts;

/** Every key on one sheet, which can be printed and laid beside the keyboard. */
public final class ShortcutSheet {
    private static final int LINES = 12;
    private final VBox view;
    private final PreviewOverlay preview;
    private final List<Map.Entry<String, String>> lines = new ArrayList<>();
    private final Button close;
    private final Overlays overlays;
    private final Texts texts;
    private int count;

    ShortcutSheet(Texts texts, List<ScreenEntry> entries, Overlays overlays, PreviewOverlay preview) {
        this.overlays = overlays;
        this.texts = texts;
        this.preview = preview;
        Label title = new Label(texts.get("keys.title"));
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (DeskAction action : DeskAction.values()) {
            add(grid, action.keyText(), texts.get(action.textKey()));
        }
        for (String line : texts.get("keys.more").split("\\|")) {
            String[] pair = line.split("=", 2);
            add(grid, pair[0], pair[1]);
        }
        for (ScreenEntry entry : entries) {
            add(grid, "Alt+" + entry.letter(), texts.get(entry.textKey()));
        }
        VBox sheet = new VBox(12, title, grid);
        Button print = new Button(texts.get("button.print"), new FontIcon("fth-printer"));
        print.setOnAction(event -> print());
        close = new Button(texts.get("button.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> overlays.close());
        HBox buttons = new HBox(8, print, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        view = new VBox(16, sheet, buttons);
        view.getStyleClass().addAll("card", "wide-card");
    }

    private void add(GridPane grid, String keys, String meaning) {
        lines.add(Map.entry(keys, meaning));
        Label key = new Label(keys);
        key.getStyleClass().add("key");
        int column = count / LINES * 2;
        grid.add(key, column, count % LINES);
        grid.add(new Label(meaning), column + 1, count % LINES);
        count++;
    }

    private void print() {
        String title = texts.get("keys.title");
        overlays.close();
        preview.show(title, progress -> SheetDocuments.shortcuts(title, texts, lines));
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return close;
    }
}
