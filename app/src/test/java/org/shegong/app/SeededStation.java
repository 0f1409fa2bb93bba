package org.shegong.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.Station;
import org.shegong.db.security.KdfCost;
import org.shegong.db.store.Origin;
import org.shegong.db.store.RecordDraft;
import org.shegong.db.store.RecordStatus;

/** A real station with invented people and services, for tests that look at screens. */
public final class SeededStation {
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 30);
    public static final String PASSWORD = "sample-password";
    private static final String[] SURNAMES = "覃 韦 黄 梁 罗 莫 蒙 张 李 王 欧阳 陆".split(" ");
    private static final String[] GIVEN = "玉兰 秀英 建国 小明 桂花 志强 美芳 福生 春梅 德贵".split(" ");
    private static final String[] VILLAGES = "白沙村 大埠村 古岭村 和平社区 龙头村 上洞村".split(" ");
    private final Station station;
    private final List<RecordDraft> drafts = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();
    private final List<String> workers = new ArrayList<>();
    private final List<String> clients = new ArrayList<>();
    private final List<String> homes = new ArrayList<>();

    private SeededStation(Station station) {
        this.station = station;
    }

    /** An empty station that is open. */
    public static StationSession empty(Path folder, Clock clock) {
        StationSetup setup = new StationSetup(clock, new KdfCost(64, 1, 1));
        return ((Founding.Founded) setup.found(folder, new NewStation("样例镇社会工作服务站", "450299", "", "王社工"),
            PASSWORD.toCharArray())).session();
    }

    /** A station with a month of work in it. */
    public static StationSession create(Path folder, Clock clock) {
        StationSession session = empty(folder, clock);
        new SeededStation(session.station()).fill();
        return session;
    }

    private void fill() {
        registers();
        services();
        station.saving().importAll("import", "样例", drafts);
        draftVisit();
    }

    private void registers() {
        for (String name : VILLAGES) {
            villages.add(add("village", "name", name, "kind", "1", "population", 1200L + name.hashCode() % 300));
        }
        for (String name : List.of("王小燕", "李文", "韦明月")) {
            workers.add(add("worker", "name", name, "role", "2", "on_from", LocalDate.of(2024, 3, 1), "phone",
                "13907720000"));
        }
        for (int i = 0; i < 140; i++) {
            clients.add(client(i));
        }
    }

    private String client(int i) {
        String home = add("household", "head_name", SURNAMES[i % SURNAMES.length] + GIVEN[i * 7 % GIVEN.length],
            "village_id", villages.get(i % villages.size()));
        homes.add(home);
        String id = add("client", "household_id", home, "name", SURNAMES[i % SURNAMES.length] + GIVEN[i * 7 % GIVEN.length], "sex",
            i % 2 == 0 ? "2" : "1", "birth", LocalDate.of(1938 + i % 70, 1 + i % 12, 1 + i % 28), "village_id",
            villages.get(i % villages.size()), "primary_cat", i % 3 == 0 ? "C301" : i % 3 == 1 ? "C101" : "C401",
            "address", VILLAGES[i % villages.size()] + "三组12号", "phone", "1380772" + (1000 + i), "owner_worker_id",
            workers.get(i % 3), "filed_date", LocalDate.of(2025, 1 + i % 12, 3), "file_state", "1", "risk", "1");
        drafts.get(drafts.size() - 1).values().put("next_date", i % 5 == 0 ? TODAY.plusDays(i % 9 - 4) : null);
        return id;
    }

    private void services() {
        for (int i = 0; i < 190; i++) {
            add("visit", "date", TODAY.minusDays(i / 2), "start_time", LocalTime.of(9, 0), "minutes", 20L + i % 5 * 10,
                "clients", List.of(clients.get(i * 3 % clients.size())), "household_id",
                homes.get(i * 3 % clients.size()), "next_date", TODAY.minusDays(i / 2).plusDays(20), "village_id",
                villages.get(i * 3 % clients.size() % villages.size()), "result", i % 11 == 0 ? "4" : "1", "worker_id",
                workers.get(i % 3), "risk", "1");
        }
        for (int i = 0; i < 24; i++) {
            add("consultation", "date", TODAY.minusDays(i), "client_id", i % 3 == 0 ? null : clients.get(i),
                "contact", "1", "kind", "1", "result", "1", "minutes", 15L, "worker_id", workers.get(i % 3),
                "content", "询问高龄补贴的办理材料和时间");
        }
        cases();
        groups();
        for (int i = 0; i < 5; i++) {
            add("activity", "date", TODAY.minusDays(i * 6L), "name", "重阳节敬老活动" + (i + 1), "act_type", "1", "act_state",
                "2", "total", 42L + i, "n_vol", 6L, "minutes", 120L, "village_id", villages.get(i), "worker_id",
                workers.get(0));
        }
    }

    private void cases() {
        for (int i = 0; i < 4; i++) {
            String file = add("case_file", "case_no", "GA-2026-00" + (i + 1), "client_id", clients.get(i), "open_date",
                LocalDate.of(2026, 6 + i, 5), "case_level", "1", "case_state", "20", "worker_id", workers.get(0));
            for (int k = 0; k < 5; k++) {
                add("case_session", "case_id", file, "date", TODAY.minusDays(k * 6L + i), "minutes", 60L, "contact",
                    "2", "persons", List.of(clients.get(i)), "others", 0L, "worker_id", workers.get(0), "place", "家中");
            }
        }
    }

    private void groups() {
        String group = add("group_work", "name", "银龄互助小组", "gtype", "1", "first_date", LocalDate.of(2026, 9, 10),
            "group_state", "2", "worker_id", workers.get(1));
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            members.add(add("group_member", "group_id", group, "client_id", clients.get(i + 5), "join_date",
                LocalDate.of(2026, 9, 10)));
        }
        for (int k = 0; k < 4; k++) {
            add("group_session", "group_id", group, "no", k + 1L, "date", LocalDate.of(2026, 9, 10).plusDays(k * 10L),
                "minutes", 90L, "theme", "认识你我", "present", members.subList(0, 6 - k % 2), "worker_id",
                workers.get(1));
        }
    }

    private void draftVisit() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("date", TODAY);
        values.put("clients", List.of(clients.get(8)));
        values.put("village_id", villages.get(2));
        station.saving().save(RecordDraft.entered("visit", station.newId(), RecordStatus.DRAFT, values));
    }

    private String add(String form, Object... keysAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null) {
                values.put((String) keysAndValues[i], keysAndValues[i + 1]);
            }
        }
        String id = station.newId();
        drafts.add(new RecordDraft(form, id, 0, RecordStatus.SUBMITTED, Origin.IMPORT, null, values));
        return id;
    }
}
