package org.shegong.app.screens.report;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.shegong.app.AppContext;
import org.shegong.app.DeskAction;
import org.shegong.app.Screen;
import org.shegong.app.controls.preview.PreviewOverlay;
import org.shegong.app.i18n.Texts;
import org.shegong.reports.catalogue.MonthlyFigures;
import org.shegong.reports.catalogue.SupervisorSheet;

/** The monthly report with its gaps, and the supervisors' monthly sheets. */
public final class ReportScreen implements Screen {
    private static final String GAPS = "gaps";
    private static final String INCOMPLETE = "incomplete";
    private static final Runnable NOTHING = () -> { };
    private final BorderPane view = new BorderPane();
    private final TabPane tabs = new TabPane();
    private final AppContext context;
    private final Texts texts;
    private final ReportViewModel model;
    private final TextsViewModel written;
    private final GapsViewModel gaps;
    private final SupervisorViewModel supervisors;
    private final Tab gapsTab;
    private final Tab supervisorTab;
    private final MonthTab month;
    private final MonthDialogs dialogs;
    private final PreviewOverlay pages;
    private boolean settling;
    private Runnable awaited = NOTHING;

    /** @param mayFinalise whether the person signed in leads the station and may lock reports */
    public ReportScreen(AppContext context, boolean mayFinalise) {
        this.context = context;
        this.texts = context.texts();
        this.model = new ReportViewModel(context);
        this.written = new TextsViewModel(context);
        this.gaps = new GapsViewModel(context, model.reading());
        this.supervisors = new SupervisorViewModel(context, model.reading());
        this.month = new MonthTab(context, model, written);
        this.pages = new PreviewOverlay(context);
        this.dialogs = new MonthDialogs(context, model, this::mend);
        Tab monthTab = new Tab(texts.get("report.tab.month"), month.view());
        gapsTab = new Tab(texts.get("report.tab.gaps"), new GapsTab(texts, gaps).view());
        supervisorTab = new Tab(texts.get("report.tab.supervisor"), new SupervisorTab(context, supervisors).view());
        tabs.getTabs().setAll(monthTab, gapsTab, supervisorTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        ReportHeader header = new ReportHeader(texts, model, new ReportHeader.Actions(() -> settled(this::preview),
            () -> settled(this::export), () -> settled(dialogs::finalise), dialogs::versions, this::opening, this::targets), mayFinalise);
        view.setTop(header.view());
        view.setCenter(tabs);
        view.getStyleClass().addAll("report-screen", "record-list");
        Parts.styled(view);
        gaps.totalProperty().addListener((property, before, total) -> gapsTab.setText(total.longValue() == 0
            ? texts.get("report.tab.gaps") : texts.get("report.tab.counted", texts.get("report.tab.gaps"), total)));
        model.monthProperty().addListener(change -> beside());
        model.busyProperty().addListener(change -> context.tasks().inWindow(this::whenRead));
        context.changes().listen(this::changed);
    }

    private void changed() {
        if (view.getScene() != null) {
            shown();
        }
    }

    private void beside() {
        gaps.load(model.monthProperty().get());
        supervisors.load(model.monthProperty().get());
    }

    /** @param place {@code gaps}, or {@code incomplete} for imported records of any date that lack something */
    @Override
    public void goTo(String place) {
        if (place.equals(GAPS) || place.equals(INCOMPLETE)) {
            tabs.getSelectionModel().select(gapsTab);
            gaps.historyProperty().set(place.equals(INCOMPLETE));
        }
    }

    private void mend(String key) {
        model.presentProperty().set(true);
        tabs.getSelectionModel().selectFirst();
        month.goTo(key);
    }

    private boolean gapsInFront() {
        return tabs.getSelectionModel().getSelectedItem() == gapsTab;
    }

    /**
     * What was typed a moment ago is kept and in the figures before they are printed, taken out or locked. Where it
     * cannot be kept, the failure is told and nothing else happens.
     */
    private void settled(Runnable action) {
        if (settling) {
            return;
        }
        settling = true;
        context.tasks().keepAll(this::leave, failure -> {
            settling = failure.isEmpty();
            awaited = failure.isEmpty() ? action : NOTHING;
            whenRead();
        });
    }

    /** Whoever has gone to another screen meanwhile does not want it any more. */
    private void whenRead() {
        if (awaited != NOTHING && !model.busyProperty().get()) {
            Runnable action = view.getScene() == null ? NOTHING : awaited;
            awaited = NOTHING;
            settling = false;
            action.run();
        }
    }

    private boolean supervisorInFront() {
        return tabs.getSelectionModel().getSelectedItem() == supervisorTab;
    }

    private void preview() {
        if (supervisorInFront()) {
            SupervisorSheet sheet = supervisors.chosenProperty().get();
            if (sheet != null) {
                SupervisorSheet.Texts typed = supervisors.typed();
                pages.show(texts.get("report.preview.supervisor", sheet.name()),
                    progress -> supervisors.document(sheet, typed));
            }
        } else if (gapsInFront()) {
            pages.show(texts.get("report.tab.gaps"), progress -> gaps.document());
        } else if (model.stateProperty().get() != null) {
            MonthlyFigures shown = model.stateProperty().get().shown();
            pages.show(texts.get("report.preview.month", monthName(shown)), progress -> model.reading().document(shown));
        }
    }

    private String monthName(MonthlyFigures shown) {
        return texts.get("report.month", shown.period().month().getYear(), shown.period().month().getMonthValue());
    }

    private void export() {
        if (supervisorInFront()) {
            SupervisorSheet sheet = supervisors.chosenProperty().get();
            if (sheet != null) {
                SupervisorSheet.Texts typed = supervisors.typed();
                export(new ExportViewModel(context, () -> new ExportViewModel.Source(supervisors.document(sheet, typed), ""),
                    List.of(ExportViewModel.Format.XLSX, ExportViewModel.Format.PDF)), sheet.name());
            }
        } else if (gapsInFront()) {
            export(new ExportViewModel(context, () -> new ExportViewModel.Source(gaps.document(), ""),
                List.of(ExportViewModel.Format.XLSX, ExportViewModel.Format.PDF)), texts.get("report.tab.gaps"));
        } else if (model.stateProperty().get() != null) {
            MonthlyFigures shown = model.stateProperty().get().shown();
            export(new ExportViewModel(context, () -> new ExportViewModel.Source(model.reading().document(shown),
                model.reading().report().json(shown)), List.of(ExportViewModel.Format.values())),
                monthName(shown));
        }
    }

    private void export(ExportViewModel export, String what) {
        new ExportCard(context, export, what).show();
    }

    private void opening() {
        if (model.stateProperty().get() != null) {
            new OpeningCard(context, model.reading(), model.stateProperty().get().now()).show();
        }
    }

    private void targets() {
        if (model.stateProperty().get() != null) {
            new TargetsCard(context, model.reading(), model.stateProperty().get().now()).show();
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.load();
        beside();
    }

    @Override
    public boolean perform(DeskAction action) {
        switch (action) {
            case PREVIOUS_MONTH -> model.move(-1);
            case NEXT_MONTH -> model.move(1);
            case RELOAD -> shown();
            case PRINT -> settled(this::preview);
            case SAVE -> leave();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void leave() {
        written.flush();
        supervisors.flush();
    }
}
