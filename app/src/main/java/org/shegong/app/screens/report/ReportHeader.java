package org.shegong.app.screens.report;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shegong.app.DeskAction;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.catalogue.LockedVersion;

/** Title, month, state of the report, and what can be done with it. */
final class ReportHeader {
    private final HBox view = new HBox(10);
    private final Label state = Parts.fixed("", "mark");
    private final Label locked = Parts.fixed("", "quiet");
    private final Hyperlink other = new Hyperlink();
    private final Button finalise;
    private final Texts texts;

    /** What the buttons do. */
    record Actions(Runnable preview, Runnable export, Runnable finalise, Runnable versions, Runnable opening,
                   Runnable targets) {
    }

    ReportHeader(Texts texts, ReportViewModel model, Actions actions, boolean mayFinalise) {
        this.texts = texts;
        Button preview = Parts.button(texts.get("tip.with_key", texts.get("report.preview"), DeskAction.PRINT.keyText()),
            "fth-printer", actions.preview());
        Button export = Parts.button(texts.get("report.export"), "fth-download", actions.export());
        export.setId("report-export");
        finalise = Parts.button(texts.get("report.finalise"), "fth-lock", actions.finalise());
        finalise.getStyleClass().add("accent");
        finalise.setId("report-finalise");
        finalise.setVisible(mayFinalise);
        finalise.setManaged(mayFinalise);
        MenuButton more = new MenuButton(null, new FontIcon("fth-more-horizontal"));
        more.getStyleClass().addAll("button-icon", "no-arrow");
        more.setAccessibleText(texts.get("report.more"));
        more.getItems().setAll(item("report.versions", actions.versions()), item("report.opening", actions.opening()));
        if (mayFinalise) {
            more.getItems().add(item("report.targets", actions.targets()));
        }
        other.setMinWidth(Hyperlink.USE_PREF_SIZE);
        other.setOnAction(event -> model.presentProperty().set(!model.presentProperty().get()));
        other.managedProperty().bind(other.visibleProperty());
        view.setAlignment(Pos.CENTER_LEFT);
        view.getStyleClass().add("list-head");
        locked.setMinWidth(0);
        view.getChildren().addAll(Parts.fixed(texts.get("report.title"), "page-title"), new MonthBar(model, texts).view(),
            state, locked, other, Parts.space(), preview, export, finalise, more);
        model.stateProperty().addListener((property, before, now) -> show(now));
        show(null);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void show(ReportState now) {
        state.setVisible(now != null);
        finalise.setDisable(now == null || now.locked() && !now.outdated());
        boolean versions = now != null && !now.versions().isEmpty();
        other.setVisible(versions && (now.outdated() || !now.locked()));
        locked.setText("");
        finalise.setText(texts.get(versions ? "report.finalise.next" : "report.finalise"));
        if (now == null) {
            return;
        }
        state.getStyleClass().removeAll("mark-draft", "mark-final");
        state.getStyleClass().add(now.locked() ? "mark-final" : "mark-draft");
        state.setText(now.locked() ? texts.get("report.state.locked", now.shown().version())
            : texts.get(versions ? "report.state.present" : "report.state.draft"));
        if (now.locked()) {
            LockedVersion last = now.versions().get(now.versions().size() - 1);
            locked.setText(now.outdated() ? texts.get("report.outdated")
                : texts.get("report.state.locked.by", last.finalisedBy(), MonthDialogs.moment(last.finalisedAt())));
        }
        other.setText(texts.get(now.locked() ? "report.see.present" : "report.see.locked"));
    }

    Node view() {
        return view;
    }
}
