package org.shegong.app.screens.training;

import org.shegong.app.AppContext;
import org.shegong.app.controls.page.ParentPage;
import org.shegong.app.controls.page.RecordPage;

/** A training: signing in in front, the records of those who took part behind. */
public final class TrainingPage {
    private TrainingPage() {
    }

    /**
     * Makes the page of one training.
     *
     * @param back shows the list again
     */
    public static RecordPage make(AppContext context, String id, Runnable back) {
        ParentPage page = new ParentPage(context, "training", id, "training_attendance", back);
        SignInModel model = new SignInModel(context, id);
        page.lead(context.texts().get("training.tab"), new SignInPane(context.texts(), model).view(), model::load);
        return page;
    }
}
