package org.shegong.app.commands;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shegong.app.session.StationSession;
import org.shegong.db.security.Right;
import org.shegong.db.domain.MonthRule;
import org.shegong.db.domain.StatMonth;
import org.shegong.reports.catalogue.MonthlyTexts;
import org.shegong.reports.checks.CheckResult;
import org.shegong.reports.privacy.FoundTraces;
import org.shegong.reports.privacy.PersonalScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the monthly report as Excel, PDF and JSON. */
@Command(name = "monthly")
final class MonthlyReportCommand implements DeskCommand {
    @Mixin
    private CommonOptions common;

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", descriptionKey = "monthly.month")
    private String month;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "monthly.out")
    private Path out;

    @Option(names = "--format", paramLabel = "xlsx,pdf,json", split = ",", descriptionKey = "monthly.format")
    private List<String> formats = List.of("xlsx", "pdf", "json");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public Answer execute(Surroundings surroundings, CommandTexts texts) throws IOException {
        YearMonth wanted = wantedMonth();
        Set<MonthlyFiles.Format> kinds = kinds();
        try (StationSession session = StationAccess.open(common, surroundings, Right.REPORT)) {
            MonthlyFiles files = new MonthlyFiles(session.station());
            StatMonth period = files.month(wanted);
            if (period.first().isAfter(session.station().today())) {
                throw new CommandRefusal(ExitCode.WRONG_USAGE, "monthly.future", wanted);
            }
            MonthlyFiles.Written written = files.write(period, out.toAbsolutePath().normalize(), kinds);
            return answer(written, traces(session, written), texts);
        }
    }

    private YearMonth wantedMonth() {
        return StatMonth.parse(month, MonthRule.CALENDAR).map(StatMonth::month)
            .orElseThrow(() -> new CommandRefusal(ExitCode.WRONG_USAGE, "usage.value", "--month", month));
    }

    private Set<MonthlyFiles.Format> kinds() {
        Set<MonthlyFiles.Format> kinds = EnumSet.noneOf(MonthlyFiles.Format.class);
        for (String format : formats) {
            try {
                kinds.add(MonthlyFiles.Format.valueOf(format.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new CommandRefusal(ExitCode.WRONG_USAGE, "usage.value", "--format", format);
            }
        }
        return kinds;
    }

    /** What in the written texts could tell who is meant. */
    private static List<FoundTraces.Line> traces(StationSession session, MonthlyFiles.Written written) {
        MonthlyTexts said = written.figures().texts();
        List<String> all = new ArrayList<>(List.of(said.work(), said.typical(), said.problems(), said.plan(),
            said.upward()));
        all.addAll(said.reasons().values());
        return all.stream().allMatch(String::isEmpty) ? List.of()
            : FoundTraces.in(PersonalScan.of(session.station()), all);
    }

    private static Answer answer(MonthlyFiles.Written written, List<FoundTraces.Line> traces, CommandTexts texts)
        throws IOException {
        List<String> messages = new ArrayList<>();
        written.files().forEach(file -> messages.add(texts.text("monthly.file", file)));
        for (CheckResult check : written.figures().checks()) {
            if (!check.ok()) {
                messages.add(texts.text("monthly.check", check.id(), check.text()));
            }
        }
        traces.forEach(line -> messages.add(texts.text("monthly.trace." + line.trace().kind(),
            line.trace().replacement())));
        if (!written.missingCharacters().isEmpty()) {
            messages.add(texts.text("monthly.characters", String.join(" ", written.missingCharacters())));
        }
        Map<String, Object> json = new ObjectMapper().readValue(written.json(), new TypeReference<>() { });
        json.put("files", written.files().stream().map(Path::toString).toList());
        json.put("missing_characters", List.copyOf(written.missingCharacters()));
        return new Answer(written.errors().isEmpty() && traces.isEmpty() ? ExitCode.DONE : ExitCode.WITH_FINDINGS, json, messages);
    }
}
