package org.shegong.app.controls.export;

import java.util.List;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.controls.list.ListCommand;
import org.shegong.app.controls.preview.FormPrinting;
import org.shegong.db.forms.Field;
import org.shegong.db.security.Right;

/** What every list offers under its export menu. */
public final class PaperCommands {
    private PaperCommands() {
    }

    /** Export to Excel, printing with Ctrl+P, and the empty form; nothing for a role that takes nothing out. */
    public static List<ListCommand> of(AppContext context) {
        if (!context.station().clearance().may(Right.EXPORT)) {
            return List.of();
        }
        FormPrinting printing = new FormPrinting(context);
        ListExport export = new ListExport(context);
        return List.of(
            new ListCommand(context.texts().get("listing.menu.excel"), "fth-grid", export::open),
            new ListCommand(context.texts().get("tip.with_key", context.texts().get("listing.menu.print"),
                DeskAction.PRINT.keyText()), "fth-printer", list -> printing.list(list.form().key(),
                    list.selectedProperty().get(), list.allIds(),
                    list.columns().shown().stream().map(Field::key).toList()), DeskAction.PRINT),
            new ListCommand(context.texts().get("listing.menu.blank"), "fth-file",
                list -> printing.blank(list.form().key())));
    }
}
