package org.shegong.app.controls.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.controls.form.model.Attendance;
import org.shegong.app.controls.form.model.AttendanceModel;
import org.shegong.db.store.RecordData;

/** Attendance of a group on a real file. */
class AttendanceModelTest {
    @TempDir
    private Path folder;
    private FormStation at;
    private AttendanceModel attendance;
    private String named;
    private String unnamed;
    private String session;

    @BeforeEach
    void open() {
        at = FormStation.direct(folder);
        LocalDate start = LocalDate.of(2026, 10, 10);
        String client = at.client("覃玉兰", "450299194912310023", "1949-12-31");
        String group = at.keep("group_work", "name", "手工小组", "first_date", start);
        named = at.keep("group_member", "group_id", group, "client_id", client, "join_date", start);
        unnamed = at.keep("group_member", "group_id", group, "anon_name", "阿婆甲", "join_date", start.plusDays(1));
        session = at.keep("group_session", "group_id", group, "no", 1L, "date", LocalDate.of(2026, 10, 17));
        at.keep("group_session", "group_id", group, "no", 2L, "date", LocalDate.of(2026, 10, 24));
        attendance = new AttendanceModel(at.desk, group);
        attendance.load();
    }

    @AfterEach
    void close() {
        at.close();
    }

    private RecordData stored() {
        return at.station.records().find("group_session", session).orElseThrow();
    }

    @Test
    void listsNamedAndUnnamedMembersBesideTheSessionsByDate() {
        assertThat(attendance.members()).extracting(AttendanceModel.Member::name)
            .satisfiesExactly(name -> assertThat(name).startsWith("覃玉兰"),
                name -> assertThat(name).isEqualTo("阿婆甲"));
        assertThat(attendance.sessions()).extracting(AttendanceModel.Session::no).containsExactly(1L, 2L);
    }

    @Test
    void goesThroughPresentLateLeaveEarlyAndBackToAbsent() {
        var first = attendance.sessions().get(0);
        var member = attendance.members().get(0);
        attendance.cycle(first, member);
        assertThat(stored().many("present")).containsExactly(named);
        attendance.cycle(first, member);
        assertThat(stored().many("present")).isEmpty();
        assertThat(stored().many("late")).containsExactly(named);
        attendance.cycle(first, member);
        assertThat(stored().many("leave")).containsExactly(named);
        attendance.cycle(first, member);
        assertThat(stored().many("present")).containsExactly(named);
        assertThat(stored().many("early")).containsExactly(named);
        attendance.cycle(first, member);
        assertThat(stored().values()).doesNotContainKeys("present", "late", "leave", "early");
    }

    @Test
    void marksAWholeSessionAndCountsWhoWasThere() {
        var first = attendance.sessions().get(0);
        attendance.cycleColumn(first);
        assertThat(stored().many("present")).containsExactly(named, unnamed);
        attendance.set(first, attendance.members().get(1), Attendance.LEAVE);
        assertThat(attendance.there(first)).isEqualTo(1);
        assertThat(attendance.expected(first)).isEqualTo(2);
        assertThat(attendance.there(attendance.members().get(0))).isEqualTo(1);
        assertThat(stored().many("leave")).isEqualTo(List.of(unnamed));
    }
}
