package org.shegong.app.screens.start;

import javafx.scene.Node;
import javafx.scene.control.Button;
import org.shegong.app.controls.KeptSheet;
import org.shegong.db.security.RecoverySheet;

/** The recovery sheet; setting up goes on only after it was printed or saved outside the station's folder. */
final class SheetScreen {
    private final StartCard card;

    SheetScreen(StartContext context, RecoverySheet sheet, Runnable done) {
        card = new StartCard(context.texts().get("sheet.title"), context.texts().get("sheet.text"));
        KeptSheet kept = new KeptSheet(sheet, context.folder(), context.tasks(), context.texts(), context.overlays());
        card.add(kept.text());
        Button next = new Button(context.texts().get("sheet.next"));
        next.getStyleClass().add("accent");
        next.setDisable(true);
        next.setOnAction(event -> done.run());
        kept.onProblem(card::problem);
        kept.onKept(() -> {
            next.setDisable(false);
            next.requestFocus();
        });
        card.buttons(next, kept.printButton(), kept.saveButton());
        context.tasks().inWindow(kept.saveButton()::requestFocus);
    }

    Node view() {
        return card.view();
    }
}
