package org.shegong.db.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.TestStation;
import org.shegong.db.forms.Finding;
import org.shegong.db.forms.Level;

class ConsentRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 20);
    @TempDir
    Path folder;
    private Station station;

    @BeforeEach
    void open() {
        station = TestStation.create(folder.resolve("station"));
    }

    @AfterEach
    void close() {
        station.close();
    }

    private String client(String birth) {
        return TestStation.draft(station, "client", "name", "韦小苗", "birth", LocalDate.parse(birth));
    }

    private List<Finding> consentFindings(String form, Object... keysAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return station.saving().preview(RecordDraft.entered(form, station.newId(), RecordStatus.DRAFT, values)).stream()
            .filter(finding -> finding.message().equals("client.no_consent")).toList();
    }

    private List<Finding> visitTo(String client) {
        return consentFindings("visit", "date", DAY, "clients", List.of(client));
    }

    private void consent(String client, String how, List<String> kinds, LocalDate from, LocalDate to) {
        TestStation.draft(station, "consent", "client_id", client, "how", how, "kinds", kinds, "from_date", from,
            "to_date", to);
    }

    @Test
    void warnsAtAVisitToAChildWithoutConsentAndNamesTheChild() {
        assertThat(visitTo(client("2015-06-01"))).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.W);
            assertThat(finding.field()).isEqualTo("clients");
            assertThat(finding.args()).contains("韦小苗");
        });
    }

    @Test
    void asksForNoConsentAtAVisitToSomebodyWhoIsEighteenOnThatDay() {
        assertThat(visitTo(client("2008-05-20"))).isEmpty();
        assertThat(visitTo(client("2008-05-21"))).hasSize(1);
    }

    @Test
    void isSatisfiedByAConsentThatIsInForceOnThatDay() {
        String child = client("2015-06-01");
        consent(child, "1", List.of("1", "2"), DAY, null);
        assertThat(visitTo(child)).isEmpty();
        assertThat(consentFindings("visit", "date", DAY.minusDays(1), "clients", List.of(child))).hasSize(1);
    }

    @Test
    void countsNeitherAConsentWithdrawnNorRefusedNorForPicturesAlone() {
        String withdrawn = client("2015-06-01");
        consent(withdrawn, "1", List.of("1"), LocalDate.of(2026, 1, 1), DAY);
        String refused = client("2015-06-01");
        consent(refused, "4", List.of("1"), LocalDate.of(2026, 1, 1), null);
        String pictures = client("2015-06-01");
        consent(pictures, "1", List.of("4"), LocalDate.of(2026, 1, 1), null);
        assertThat(visitTo(withdrawn)).hasSize(1);
        assertThat(visitTo(refused)).hasSize(1);
        assertThat(visitTo(pictures)).hasSize(1);
    }

    @Test
    void asksForConsentToCaseworkAtAnyAge() {
        String adult = client("1960-01-01");
        assertThat(consentFindings("case_file", "client_id", adult, "open_date", DAY)).hasSize(1);
        String caseId = TestStation.draft(station, "case_file", "client_id", adult, "open_date", DAY);
        assertThat(consentFindings("case_session", "case_id", caseId, "date", DAY)).hasSize(1);
        consent(adult, "1", List.of("3"), DAY, null);
        assertThat(consentFindings("case_file", "client_id", adult, "open_date", DAY)).isEmpty();
        assertThat(consentFindings("case_session", "case_id", caseId, "date", DAY)).isEmpty();
    }

    @Test
    void asksForNoneInACrisis() {
        assertThat(consentFindings("crisis", "date", DAY, "clients", List.of(client("2015-06-01")))).isEmpty();
    }
}
