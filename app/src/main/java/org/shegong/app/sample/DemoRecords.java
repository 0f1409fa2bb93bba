package org.shegong.app.sample;

import static org.shegong.app.sample.SampleDrafts.values;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.shegong.db.store.RecordDraft;

/**
 * The records of the demonstration station: a year of work of three workers with some two hundred clients in eight
 * villages. The same day gives the same records.
 */
public final class DemoRecords {
    private static final long SEED = 450299L;

    private DemoRecords() {
    }

    /**
     * The records, each before those that point to it.
     *
     * @param ids makes record ids
     * @param today the last day that has services
     */
    public static List<RecordDraft> until(LocalDate today, Supplier<String> ids) {
        SampleTexts texts = new SampleTexts();
        SampleDrafts drafts = new SampleDrafts(ids);
        SampleStation station = SampleStation.empty(drafts, new Chance(SEED), texts, today);
        new RegisterPart(station).add();
        new VisitPart(station).add();
        List<CasePart.Case> cases = new CasePart(station).add();
        new GroupPart(station).add();
        new EventPart(station).add();
        new StaffPart(station, cases).add();
        drafts.add("monthly_report", values("period", today.minusMonths(1).toString().substring(0, 7),
            "work", texts.text("report.work"), "problems", texts.text("report.problems"), "plan", texts.text("report.plan")));
        return drafts.all();
    }
}
