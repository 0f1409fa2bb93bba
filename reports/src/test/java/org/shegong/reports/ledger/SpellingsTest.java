package org.shegong.reports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shegong.reports.ledger.Books.id;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.db.Station;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/** How ledgers spell dates, durations, villages, lists of persons and results. */
class SpellingsTest {

    @TempDir
    private Path folder;
    private Station station;

    @BeforeEach
    void open() throws Exception {
        station = LedgerStation.create(folder.resolve("station"));
        LedgerStation.run(station, Books.at(folder.resolve("名册.xlsx")).sheet("村社区").row("村名", "类型").row("白沙屯村", "行政村")
                .row("进德社区", "城市社区").sheet("花名册").row("姓名", "身份证号", "村", "户号", "类别", "建档日期")
                .row("武凤", id("19530412", "124"), "白沙屯村", "H1", "残疾人", "2025-1-1")
                .row("欧阳锋", id("19530413", "123"), "白沙屯村", "H1", "残疾人", "2025-1-1")
                .row("阿卜杜拉·买买提", id("19530414", "123"), "进德社区", "H2", "残疾人", "2025-1-1").write());
    }

    @AfterEach
    void close() {
        station.close();
    }

    /** One visit for each spelling; the value of a field by spelling, absent when the row was refused. */
    private <T> Map<Integer, T> visits(List<Object[]> rows, Function<RecordData, T> value) throws Exception {
        Books book = Books.at(folder.resolve("走访.xlsx")).sheet("走访")
                .row("日期", "时长", "姓名", "村", "其他在场家人", "结果", "内容");
        for (int i = 0; i < rows.size(); i++) {
            Object[] row = Arrays.copyOf(rows.get(i), 7);
            row[6] = "第" + i;
            book.row(row);
        }
        LedgerStation.run(station, book.write());
        Map<Integer, T> values = new TreeMap<>();
        station.records().list(ListQuery.all("visit")).forEach(visit ->
                values.put(Integer.parseInt(visit.text("services_note").substring(1)), value.apply(visit)));
        return values;
    }

    /** Places of the spellings that are expected to be read. */
    private static <T> Map<Integer, T> expected(List<T> values) {
        Map<Integer, T> expected = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                expected.put(i, values.get(i));
            }
        }
        return expected;
    }

    @Test
    void readsDates() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 5);
        List<Object> good = List.of(day, "2026-3-5", "2026.3.5", "2026/03/05", "2026年3月5日", "20260305", 20260305, 46086,
                "46086", " 2026-3-5 ", "２０２６．３．５", "2026年3月5号", "2026-03-05 09:30:00", "2026年3月5日上午", "2026-3-5（周四）");
        List<Object> bad = List.of("26.3.5", "3月5日", "2026-2-30", "2026-11-21", "昨天", 0.5);
        List<Object[]> rows = new ArrayList<>();
        List<LocalDate> expected = new ArrayList<>();
        Stream.concat(good.stream(), bad.stream()).forEach(date -> {
            rows.add(new Object[] {date, 30, "武凤", "白沙屯村", null, "见到本人"});
            expected.add(good.contains(date) ? day : null);
        });
        assertThat(visits(rows, visit -> visit.date("date"))).isEqualTo(expected(expected));
    }

    @Test
    void readsDurations() throws Exception {
        Map<Object, Long> spelled = new LinkedHashMap<>();
        spelled.put(90, 90L);
        spelled.put("90", 90L);
        spelled.put("90分钟", 90L);
        spelled.put("50分", 50L);
        spelled.put("1.5小时", 90L);
        spelled.put("1小时15分", 75L);
        spelled.put("1小时10分钟", 70L);
        spelled.put("0.5小时", 30L);
        spelled.put("半小时", 30L);
        spelled.put("１小时", 60L);
        spelled.put("2h", 120L);
        spelled.put("1:15", 75L);
        spelled.put("约40分钟", 40L);
        spelled.put(1.5, 90L);
        spelled.put("/", 0L);
        spelled.put("半天", null);
        spelled.put("-30", null);
        List<Object[]> rows = spelled.keySet().stream()
                .map(minutes -> new Object[] {"2026-3-5", minutes, "武凤", "白沙屯村", null, "见到本人"}).toList();
        assertThat(visits(rows, visit -> visit.number("minutes"))).isEqualTo(expected(new ArrayList<>(spelled.values())));
    }

    @Test
    void findsPeople() throws Exception {
        Object[][] spelled = {{"武 凤", "白沙屯村", null, 1}, {"武\u3000凤 ", "白沙屯", null, 1}, {"武凤", "白沙屯村委会", "欧阳 锋", 2},
            {"武凤", "试验乡白沙屯村", "欧阳锋、", 2}, {"武凤", "白沙屯村三组", "欧阳锋（白沙屯村）", 2}, {"武凤、欧阳锋", "白沙屯村", null, 2},
            {"武凤（户主）", "白沙屯村", "1.欧阳锋", 2}, {"武凤", "白沙屯村（老村部）", "老伴、欧阳锋", 2}, {"欧阳锋", "白沙屯村", "武凤等2人", 2},
            {"阿卜杜拉.买买提", "进德", "无", 1}, {"武凤", "进德社区", null, null}, {"武凤", "没有的村", null, null},
            {"武凤", "白沙屯社区", null, null}, {"武凤", "白沙屯村", "没有的人", null}};
        List<Object[]> rows = new ArrayList<>();
        List<Integer> persons = new ArrayList<>();
        for (Object[] one : spelled) {
            rows.add(new Object[] {"2026-3-5", 30, one[0], one[1], one[2], "见到本人"});
            persons.add((Integer) one[3]);
        }
        assertThat(visits(rows, visit -> visit.many("clients").size())).isEqualTo(expected(persons));
    }

    @Test
    void readsResults() throws Exception {
        String[][] spelled = {{"见到本人", "1"}, {"是", "1"}, {"√", "1"}, {"1", "1"}, {"见家属", "2"}, {"未遇", "4"}, {"电话未接通", "4"},
            {"否", "4"}, {"拒访", "5"}, {"搬离", "6"}, {"住院", "7"}, {"电话完成", "8"}, {"飞走了", null}};
        List<Object[]> rows = Arrays.stream(spelled)
                .map(one -> new Object[] {"2026-3-5", 30, "武凤", "白沙屯村", null, one[0]}).toList();
        assertThat(visits(rows, visit -> visit.text("result")))
                .isEqualTo(expected(Arrays.stream(spelled).map(one -> one[1]).toList()));
    }
}
