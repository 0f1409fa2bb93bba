package org.shegong.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StationFolderTest {
    private static final Path HOME = Path.of("/home/覃");

    @Test
    void liesInTheDataFolderOfLinux() {
        assertThat(StationFolder.of(name -> null, "Linux", HOME)).isEqualTo(Path.of("/home/覃/.local/share/shegong"));
        assertThat(StationFolder.of(Map.of("XDG_DATA_HOME", "/data")::get, "Linux", HOME))
            .isEqualTo(Path.of("/data/shegong"));
    }

    @Test
    void ignoresADataFolderThatIsNotAbsolute() {
        assertThat(StationFolder.of(Map.of("XDG_DATA_HOME", "data")::get, "Linux", HOME))
            .isEqualTo(Path.of("/home/覃/.local/share/shegong"));
    }

    @Test
    void liesInTheRoamingFolderOfWindows() {
        assertThat(StationFolder.of(Map.of("APPDATA", "/c/AppData/Roaming")::get, "Windows 10", HOME))
            .isEqualTo(Path.of("/c/AppData/Roaming/Shegong"));
    }

    @Test
    void theClockShowsTheDayAskedForAndTicks() {
        LocalDate day = LocalDate.of(2026, 10, 31);

        assertThat(LocalDate.now(ProgramClock.on(day))).isEqualTo(day);
        assertThat(LocalDate.now(ProgramClock.on(null))).isEqualTo(LocalDate.now(ZoneId.systemDefault()));
    }

    @Test
    void theComputerHasAName() {
        assertThat(ComputerName.of(Map.of("HOSTNAME", "desk-1")::get, Path.of("/none"))).isEqualTo("desk-1");
        assertThat(ComputerName.of(name -> null, Path.of("/none"))).isNotBlank();
    }
}
