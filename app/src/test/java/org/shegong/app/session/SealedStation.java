package org.shegong.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.db.Station;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.RecoveryKey;
import org.shegong.db.security.Role;
import org.shegong.db.store.RecordDraft;

/** A station with a victim of violence, her file full of words that must not be found, and three accounts. */
final class SealedStation {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
    static final String ID_NUMBER = "450299199001011234";
    static final String PASSWORD = "secret-1";
    /** Every word typed about her. */
    static final List<String> CANARIES = List.of("覃玉兰", "阿兰金丝", ID_NUMBER, "13877210001", "榕树坡九号", "韦守护",
        "夜里逃到亲戚家", "随访见瘀伤", "结案前小结金丝", "面谈逐字稿", "危机现场金丝", "伤情照片", "picture-canary", "咨询原话金丝",
        "覃玉秀");
    final Path folder;
    final RecoveryKey sheet;
    final Map<String, String> ids = new LinkedHashMap<>();

    SealedStation(Path parent) {
        folder = parent.resolve("station");
        Founding.Founded founded = (Founding.Founded) new StationSetup(CLOCK, new KdfCost(64, 1, 1)).found(folder,
            new NewStation("样例站", "", "", "站长"), PASSWORD.toCharArray());
        sheet = founded.sheet().key();
        try (StationSession leader = founded.session()) {
            AccountOffice office = new AccountOffice(leader);
            office.add("王小燕", Role.WORKER, PASSWORD.toCharArray());
            office.add("李文", Role.WORKER, PASSWORD.toCharArray());
            fill(leader.station());
        }
    }

    private void fill(Station station) {
        for (String form : List.of("worker", "household", "client", "visit", "case_file", "case_session", "consultation",
                "crisis")) {
            ids.put(form, station.newId());
        }
        ids.put("attachment", station.attachments().add("client", id("client"), "files", "伤情照片.jpg",
            "picture-canary".getBytes(StandardCharsets.UTF_8)).id());
        station.saving().importAll("import", "test", List.of(draft("worker", Map.of("name", "王小燕"))));
        station.saving().importAll("import", "test", List.of(
            draft("household", Map.of("head_name", "覃玉秀", "address", "榕树坡九号")),
            draft("client", Map.of("name", "覃玉兰", "alias", "阿兰金丝", "id_no", ID_NUMBER, "phone", "13877210001",
                "primary_cat", "C503", "owner_worker_id", id("worker"), "household_id", id("household"),
                "files", List.of(id("attachment")), "note", "夜里逃到亲戚家", "guardian_name", "韦守护")),
            draft("visit", Map.of("clients", List.of(id("client")), "date", LocalDate.of(2026, 11, 2), "result", "1",
                "note", "随访见瘀伤")),
            draft("case_file", Map.of("case_no", "GA-1", "client_id", id("client"), "open_date",
                LocalDate.of(2026, 11, 1), "worker_id", id("worker"), "note", "结案前小结金丝")),
            draft("case_session", Map.of("case_id", id("case_file"), "date", LocalDate.of(2026, 11, 3), "content", "面谈逐字稿")),
            draft("consultation", Map.of("client_id", id("client"), "date", LocalDate.of(2026, 11, 4), "content",
                "咨询原话金丝")),
            draft("crisis", Map.of("worker_id", id("worker"), "date", LocalDate.of(2026, 11, 5), "story", "危机现场金丝"))));
    }

    String id(String form) {
        return ids.get(form);
    }

    private RecordDraft draft(String form, Map<String, Object> values) {
        return RecordDraft.imported(form, id(form), null, values);
    }

    StationSession in(String user) {
        return ((Opening.Opened) new SignIn(CLOCK).open(folder, user, PASSWORD.toCharArray())).session();
    }

    /** All pages of the database as they stand, decrypted with the file's key: free places included. */
    static String pages(Path folder, byte[] key, Path scratch) {
        try {
            Path copy = scratch.resolve("pages-" + System.nanoTime() + ".db");
            Files.copy(folder.resolve("station.db"), copy);
            PlainCopy.decrypt(copy, key);
            return Files.readString(copy, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The canaries that stand somewhere in the text of pages. */
    static List<String> found(String pages) {
        return CANARIES.stream().filter(word -> pages.contains(raw(word))).toList();
    }

    /** A word as it stands in the text of pages. */
    static String raw(String word) {
        return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
