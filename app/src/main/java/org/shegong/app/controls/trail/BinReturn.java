package org.shegong.app.controls.trail;

import java.util.List;
import org.shegong.app.AppContext;
import org.shegong.app.controls.text.RecordNames;
import org.shegong.app.controls.text.ScreenMasks;
import org.shegong.app.controls.text.ShortTexts;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Form;
import org.shegong.db.store.Recycling;

/**
 * Brings records back from the recycle bin and says so, or why not. Imports nothing of the window, so it is tested
 * without one. Window thread only.
 */
public final class BinReturn {
    private final AppContext context;

    public BinReturn(AppContext context) {
        this.context = context;
    }

    private record Ended(Recycling.Outcome outcome, String name) {
    }

    /**
     * Brings one back with all that went into the bin with it.
     *
     * @param then run afterwards, whatever came of it
     */
    public void restore(String form, String id, Runnable then) {
        context.tasks().work(progress -> new Ended(context.station().recycling().restore(form, id), name(form, id)))
            .onSuccess(ended -> {
                tell(form, id, ended);
                then.run();
            }).start();
    }

    private String name(String form, String id) {
        return new RecordNames(context.station(), new ShortTexts(context.station(), context.texts(),
            ScreenMasks.of(context.settings()))).names(form, List.of(id)).getOrDefault(id, "");
    }

    private void tell(String key, String id, Ended ended) {
        Form form = context.station().forms().form(key);
        if (ended.outcome() instanceof Recycling.Outcome.Done) {
            context.overlays().toast(context.texts().get("bin.restored", form.label(), ended.name()),
                context.texts().get("bin.open"), () -> context.navigator().openRecord(key, id));
            context.changes().saved();
        } else if (ended.outcome() instanceof Recycling.Outcome.Refused refused) {
            Finding first = refused.findings().get(0);
            context.overlays().toast(context.texts().get("bin.refused", context.texts().finding(first, form)));
        } else {
            context.overlays().toast(context.texts().get("bin.gone"));
        }
    }
}
