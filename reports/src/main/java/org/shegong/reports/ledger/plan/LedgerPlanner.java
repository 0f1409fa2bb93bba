package org.shegong.reports.ledger.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.shegong.db.Station;
import org.shegong.db.store.RecordData;
import org.shegong.db.store.RecordDraft;
import org.shegong.reports.ledger.parse.LedgerCodes;
import org.shegong.reports.ledger.parse.ParsedRow;
import org.shegong.reports.ledger.parse.Section;
import org.shegong.reports.ledger.recognise.KindSpec;
import org.shegong.reports.ledger.recognise.LedgerKind;
import org.shegong.reports.ledger.recognise.LedgerWords;

/**
 * Plans the sections of one run, kind by kind in the order in which they depend on each other, whatever the
 * order of the files. For one run and one thread.
 */
public final class LedgerPlanner {

    private static final int ROWS_BETWEEN_CHECKS = 200;

    private final LedgerWords words;
    private final PlanContext context;
    private final Station station;
    private final Map<LedgerKind, RowPlanner> planners = new EnumMap<>(LedgerKind.class);

    /** A planner on the station as it stands. */
    public LedgerPlanner(Station station, LedgerWords words, LedgerCodes codes, ResourceBundle texts) {
        this.words = words;
        this.station = station;
        PlanContext.StoredRecords stored = new Stored(station);
        this.context = new PlanContext(station.file().read(db -> RegisterLoader.load(db, words)),
                new Drafts(station::newId, stored::find), stored, new HashSet<>(), words, codes, texts);
        addPlanners(station.today());
    }

    private record Stored(Station station) implements PlanContext.StoredRecords {

        @Override
        public RecordData find(String form, String id) {
            return station.records().find(form, id).filter(record -> !record.deleted()).orElse(null);
        }

        @Override
        public List<RecordData> pointingTo(String form, String field, String id) {
            return station.records().pointingTo(form, field, id);
        }
    }

    private void addPlanners(LocalDate today) {
        PlacePlanners places = new PlacePlanners(context);
        CasePlanners cases = new CasePlanners(context);
        VisitPlanners visits = new VisitPlanners(context);
        GroupPlanners groups = new GroupPlanners(context);
        EventPlanners events = new EventPlanners(context);
        planners.put(LedgerKind.VILLAGES, places::village);
        planners.put(LedgerKind.WORKERS, places::worker);
        planners.put(LedgerKind.CLIENTS, new ClientPlanner(context, places, today));
        planners.put(LedgerKind.GROUPS, groups::group);
        planners.put(LedgerKind.CASES, cases::caseFile);
        planners.put(LedgerKind.CASE_SESSIONS, service(LedgerKind.CASE_SESSIONS, cases::session));
        planners.put(LedgerKind.VISITS, service(LedgerKind.VISITS, visits::visit));
        planners.put(LedgerKind.CONSULTATIONS, service(LedgerKind.CONSULTATIONS, visits::consultation));
        planners.put(LedgerKind.GROUP_SESSIONS, service(LedgerKind.GROUP_SESSIONS, groups::session));
        planners.put(LedgerKind.ACTIVITIES, new ServicePlanner(context, form(LedgerKind.ACTIVITIES), events::activity,
                events::rememberActivity));
        planners.put(LedgerKind.SUPERVISION_SESSIONS, service(LedgerKind.SUPERVISION_SESSIONS, events::supervision));
        planners.put(LedgerKind.TRAINING_ATTENDANCE, new ServicePlanner(context, form(LedgerKind.TRAINING_ATTENDANCE),
                events::training, events::attendances));
        planners.put(LedgerKind.VOLUNTEER_SERVICES, service(LedgerKind.VOLUNTEER_SERVICES, events::volunteers));
        planners.put(LedgerKind.RESOURCE_LINKS, service(LedgerKind.RESOURCE_LINKS, events::resource));
    }

    private RowPlanner service(LedgerKind kind, ServicePlanner.Builder builder) {
        return new ServicePlanner(context, form(kind), builder, (id, row) -> 1);
    }

    private String form(LedgerKind kind) {
        return words.kind(kind).form();
    }

    /**
     * Plans every section.
     *
     * @param files the sections of each file, in order
     * @param check called now and then; may throw to stop
     * @return the results in the shape of {@code files}
     */
    public List<List<SectionResult>> plan(List<List<Section>> files, Runnable check) {
        List<List<SectionResult>> results = new ArrayList<>();
        files.forEach(sections -> results.add(new ArrayList<>(Collections.nCopies(sections.size(), null))));
        for (KindSpec spec : words.kinds()) {
            Map<Section, SheetState> states = states(spec, files);
            for (int file = 0; file < files.size(); file++) {
                for (int i = 0; i < files.get(file).size(); i++) {
                    Section section = files.get(file).get(i);
                    if (section.mapping().kind() == spec.kind()) {
                        results.get(file).set(i, plan(section, states.get(section), check));
                    }
                }
            }
        }
        return results;
    }

    /** The drafts of everything planned so far. */
    public List<RecordDraft> drafts() {
        return context.drafts().list();
    }

    /** Numbers identical rows within each file, and asks once which fingerprints the station has. */
    private Map<Section, SheetState> states(KindSpec spec, List<List<Section>> files) {
        Map<Section, SheetState> states = new IdentityHashMap<>();
        Set<String> keys = new HashSet<>();
        for (List<Section> sections : files) {
            ContentKey ordinals = new ContentKey();
            for (Section section : sections) {
                if (section.mapping().kind() == spec.kind()) {
                    SheetState state = new SheetState(section.mapping());
                    for (ParsedRow row : section.rows()) {
                        String key = ordinals.numbered(ContentKey.digest(spec, row));
                        state.putContentKey(row, key);
                        keys.add(key);
                    }
                    states.put(section, state);
                }
            }
        }
        context.knownKeys().addAll(stored(spec.form(), keys));
        return states;
    }

    private Set<String> stored(String form, Collection<String> keys) {
        return station.file().read(db -> StoredKeys.among(db, station.forms().form(form).table(), keys));
    }

    private SectionResult plan(Section section, SheetState sheet, Runnable check) {
        RowPlanner planner = planners.get(section.mapping().kind());
        Tally tally = new Tally();
        for (ParsedRow row : section.rows()) {
            if (tally.rows++ % ROWS_BETWEEN_CHECKS == 0) {
                check.run();
            }
            RowOutcome outcome = row.problems().isEmpty() ? planner.plan(row, sheet)
                    : new RowOutcome.Refused(row.problems());
            tally.add(row, outcome);
            if (!(outcome instanceof RowOutcome.Refused)) {
                row.warnings().forEach(warning -> sheet.warn(row, warning.field(), warning.code(),
                        warning.args().toArray()));
            }
        }
        return tally.result(section, sheet);
    }

    /** Counts what becomes of the rows of a section. */
    private static final class Tally {

        private final List<SectionResult.Refusal> refused = new ArrayList<>();
        private int rows;
        private int accepted;
        private int records;
        private int unchanged;
        private int updated;

        void add(ParsedRow row, RowOutcome outcome) {
            if (outcome instanceof RowOutcome.Accepted yes) {
                accepted++;
                records += yes.records();
            } else if (outcome instanceof RowOutcome.Refused no) {
                refused.add(new SectionResult.Refusal(row, no.problems()));
            } else if (outcome instanceof RowOutcome.Updated) {
                updated++;
            } else {
                unchanged++;
            }
        }

        SectionResult result(Section section, SheetState sheet) {
            List<SectionResult.Remark> remarks = sheet.warnings().stream()
                    .map(warning -> new SectionResult.Remark(warning.row(), warning.problem())).toList();
            return new SectionResult(section.mapping(), rows, accepted, records, unchanged, updated,
                    List.copyOf(refused), remarks);
        }
    }
}
