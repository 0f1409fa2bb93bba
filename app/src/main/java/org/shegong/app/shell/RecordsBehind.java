package org.shegong.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.AppContext;
import org.shegong.app.controls.list.FixedList;
import org.shegong.app.controls.list.RecordListModel;
import org.shegong.app.controls.list.RecordListView;

/** The records behind a figure, one tab for each kind; any line opens its record. */
final class RecordsBehind {
    private final VBox view = new VBox(8);
    private final AppContext context;
    private final Button close;

    RecordsBehind(AppContext context, String title, Map<String, List<String>> idsByForm) {
        this.context = context;
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        heading.setWrapText(true);
        close = new Button(null, new FontIcon("fth-x"));
        close.getStyleClass().addAll("button-icon", "flat");
        close.setAccessibleText(context.texts().get("button.close"));
        close.setOnAction(event -> context.overlays().close(view));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        view.getChildren().add(new HBox(8, heading, space, close));
        view.getStyleClass().addAll("card", "records-behind");
        read(idsByForm);
    }

    /** What of it may be read here; the rest is counted, not listed. */
    private void read(Map<String, List<String>> idsByForm) {
        ProgressIndicator waiting = new ProgressIndicator();
        view.getChildren().add(waiting);
        context.tasks().work(progress -> {
            Map<String, List<String>> readable = new LinkedHashMap<>();
            idsByForm.forEach((form, ids) -> {
                Set<String> visible = context.station().records().visible(form, ids);
                readable.put(form, ids.stream().filter(visible::contains).toList());
            });
            return readable;
        }).onSuccess(readable -> {
            view.getChildren().remove(waiting);
            fill(readable, size(idsByForm) - size(readable));
        }).start();
    }

    private static int size(Map<String, List<String>> idsByForm) {
        return idsByForm.values().stream().mapToInt(List::size).sum();
    }

    private void fill(Map<String, List<String>> idsByForm, int withheld) {
        if (withheld > 0) {
            Label words = new Label(context.texts().get("behind.withheld", withheld), new FontIcon("fth-lock"));
            words.getStyleClass().add("quiet");
            words.setWrapText(true);
            view.getChildren().add(words);
        }
        if (withheld == 0 && idsByForm.values().stream().allMatch(List::isEmpty)) {
            view.getChildren().add(new Label(context.texts().get("behind.none")));
            return;
        }
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        idsByForm.forEach((form, ids) -> {
            if (!ids.isEmpty()) {
                tabs.getTabs().add(tab(form, ids));
            }
        });
        view.getChildren().add(tabs);
    }

    private Tab tab(String form, List<String> ids) {
        RecordListModel model = new RecordListModel(context,
            new FixedList(context.station(), context.texts(), form, ids));
        RecordListView list = new RecordListView(context, model, "", null, List.of());
        list.onOpen(row -> {
            context.overlays().close(view);
            context.navigator().openRecord(row.form(), row.id());
        });
        model.reload();
        String label = context.station().forms().form(form).label();
        return new Tab(context.texts().get("behind.tab", label, ids.size()), list.view());
    }

    Node view() {
        return view;
    }

    Node firstFocus() {
        return close;
    }
}
