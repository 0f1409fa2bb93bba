package org.shegong.app.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shegong.app.AppContext;
import org.shegong.app.backups.AutoBackup;
import org.shegong.app.backups.WhileClosed;
import org.shegong.app.controls.export.PaperCommands;
import org.shegong.app.controls.list.ListCommand;
import org.shegong.app.controls.page.ParentPage;
import org.shegong.app.controls.page.RecordPage;
import org.shegong.app.screens.client.ClientPage;
import org.shegong.app.screens.group.GroupPage;
import org.shegong.app.screens.home.HomeScreen;
import org.shegong.app.screens.ledgerimport.ImportScreen;
import org.shegong.app.screens.register.RegisterScreen;
import org.shegong.app.screens.report.ReportScreen;
import org.shegong.app.screens.settings.SettingsScreen;
import org.shegong.app.screens.training.TrainingPage;
import org.shegong.app.screens.upkeep.UpkeepScreen;
import org.shegong.app.session.StationSession;
import org.shegong.db.Station;
import org.shegong.db.security.Right;
import org.shegong.db.store.Clearance;

/** Every screen of the window, in the order of the navigation. A new screen is one line here. */
final class ScreenList {
    /** Forms whose records have a page in the place of the list. */
    private static final Map<String, RecordPage.Maker> PAGES = Map.of(
        "client", ClientPage::new,
        "case_file", (context, id, back) -> new ParentPage(context, "case_file", id, "case_session", back),
        "group_work", GroupPage::make,
        "household", (context, id, back) -> new ParentPage(context, "household", id, "client", back),
        "training", TrainingPage::make,
        "supervision_round",
        (context, id, back) -> new ParentPage(context, "supervision_round", id, "supervision_session", back));

    private ScreenList() {
    }

    /**
     * @param copies the copies made by themselves
     * @param closed what is done while the station is closed
     * @param shortcuts shows the sheet of shortcuts
     */
    static List<ScreenEntry> entries(StationSession session, AutoBackup copies, WhileClosed closed,
                                     Runnable shortcuts) {
        return all(session, copies, closed, shortcuts).stream().map(entry -> readable(entry, session.station()))
            .flatMap(Optional::stream).toList();
    }

    /** A screen with the forms that the role may read; none when nothing of it is left. */
    private static Optional<ScreenEntry> readable(ScreenEntry entry, Station station) {
        Clearance clearance = station.clearance();
        boolean open = switch (entry.key()) {
            case "home" -> clearance.reads(station.forms().form("client"));
            case "reports" -> clearance.may(Right.REPORT);
            case "import" -> clearance.may(Right.IMPORT);
            case "settings" -> true;
            case "upkeep" -> clearance.writes(station.forms().form("client"));
            default -> entry.forms().stream().anyMatch(form -> clearance.reads(station.forms().form(form)));
        };
        return open ? Optional.of(entry) : Optional.empty();
    }

    private static List<ScreenEntry> all(StationSession session, AutoBackup copies, WhileClosed closed,
                                         Runnable shortcuts) {
        Function<AppContext, List<ListCommand>> commands = PaperCommands::of;
        return List.of(
            new ScreenEntry("home", "fth-sun", "G", List.of(),
                context -> new HomeScreen(context, () -> context.navigator().open("reports", "gaps"))),
            register("client", "fth-users", "F", commands, "client", "client_category", "consent"),
            register("visit", "fth-map-pin", "Z", commands, "visit"),
            register("consultation", "fth-message-circle", "X", commands, "consultation"),
            register("case_file", "fth-folder", "A", commands, "case_file", "case_session", "intake", "case_goal"),
            register("group_work", "fth-grid", "O", commands, "group_work", "group_session", "group_member"),
            register("activity", "fth-flag", "H", commands, "activity", "budget_line"),
            register("supervision", "fth-compass", "D", commands, "supervision_round", "supervision_session",
                "supervision_action", "supervisor", "supervisor_station"),
            register("training", "fth-book-open", "P", commands, "training", "training_attendance"),
            register("resources", "fth-gift", "Y", commands, "volunteer_service", "volunteer", "resource_link"),
            register("referral", "fth-share-2", "J", commands, "referral", "crisis", "crisis_event"),
            register("worker", "fth-user-check", "R", commands, "worker", "certificate"),
            register("village", "fth-home", "C", commands, "village", "household"),
            new ScreenEntry("reports", "fth-bar-chart-2", "B", List.of(),
                context -> new ReportScreen(context, session.station().clearance().may(Right.FINALISE))),
            new ScreenEntry("upkeep", "fth-rotate-ccw", "L", List.of(), UpkeepScreen::new),
            new ScreenEntry("import", "fth-upload", "I", List.of(), ImportScreen::new),
            new ScreenEntry("settings", "fth-settings", "S", List.of("station"),
                context -> new SettingsScreen(context, session, copies, closed, shortcuts)));
    }

    private static ScreenEntry register(String key, String icon, String letter,
                                        Function<AppContext, List<ListCommand>> commands, String... forms) {
        return new ScreenEntry(key, icon, letter, List.of(forms),
            context -> new RegisterScreen(context, Stream.of(forms).filter(form ->
                context.station().clearance().reads(context.station().forms().form(form))).toList(),
                commands.apply(context), PAGES));
    }
}
