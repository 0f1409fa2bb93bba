package org.shegong.app.screens.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shegong.app.SeededStation;
import org.shegong.app.session.Founding;
import org.shegong.app.session.NewStation;
import org.shegong.app.session.Opening;
import org.shegong.app.session.ProgramClock;
import org.shegong.app.session.SignIn;
import org.shegong.app.session.StationSession;
import org.shegong.app.session.StationSetup;
import org.shegong.db.security.KdfCost;
import org.shegong.db.security.KeyRing;
import org.shegong.db.security.KeyRingException;

/** A new password with the recovery sheet, when the key file cannot be written. */
class RecoveryScreenTest {
    @TempDir
    private Path temp;

    @Test
    void aStationWhosePasswordCouldNotBeSetIsClosedAgain() throws IOException {
        Clock clock = ProgramClock.on(SeededStation.TODAY);
        Path folder = temp.resolve("station");
        Founding.Founded founded = (Founding.Founded) new StationSetup(clock, new KdfCost(64, 1, 1)).found(folder,
            new NewStation("样例站", "", "", "站长"), "secret-1".toCharArray());
        founded.session().close();
        StationSession session = ((Opening.Opened) new SignIn(clock).openWithRecoveryKey(folder, "站长",
            founded.sheet().key().text())).session();
        Path keys = folder.resolve(KeyRing.FILE_NAME);
        Files.move(keys, temp.resolve("keys"));
        Files.createDirectories(keys.resolve("in the way"));

        assertThatThrownBy(() -> RecoveryScreen.withPassword(session, "secret-2".toCharArray()))
            .isInstanceOf(KeyRingException.class);

        Files.delete(keys.resolve("in the way"));
        Files.delete(keys);
        Files.move(temp.resolve("keys"), keys);
        assertThat(new SignIn(clock).open(folder, "站长", "secret-1".toCharArray()))
            .isInstanceOfSatisfying(Opening.Opened.class, opened -> opened.session().close());
    }
}
