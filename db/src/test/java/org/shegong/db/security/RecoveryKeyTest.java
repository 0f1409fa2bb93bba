package org.shegong.db.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryKeyTest {
    private final RecoveryKey key = RecoveryKey.random(new SecureRandom());

    @Test
    void printsEightGroupsWithoutLookalikes() {
        assertThat(key.groups()).hasSize(8).allMatch(group -> group.matches("[A-HJ-NP-Z2-9]{5}"));
        assertThat(key).hasToString("RecoveryKey");
    }

    @Test
    void readsWhatAPersonTypes() {
        String typed = " " + key.text().toLowerCase(Locale.ROOT).replace("-", " \n ");
        assertThat(RecoveryKey.parse(typed)).isEqualTo(new RecoveryKey.Typed.Read(key));
    }

    @Test
    void catchesEverySingleWrongCharacterAndSwappedNeighbours() {
        String text = String.join("", key.groups());
        for (int i = 0; i < text.length(); i++) {
            char wrong = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(RecoveryKey.parse(text.substring(0, i) + wrong + text.substring(i + 1)))
                    .isEqualTo(new RecoveryKey.Typed.Refused(RecoveryKey.Problem.CHECK));
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(i - 1)) {
                String swapped = text.substring(0, i - 1) + text.charAt(i) + text.charAt(i - 1) + text.substring(i + 1);
                assertThat(RecoveryKey.parse(swapped))
                        .isEqualTo(new RecoveryKey.Typed.Refused(RecoveryKey.Problem.CHECK));
            }
        }
    }

    @Test
    void saysWhatIsWrongWithALengthOrACharacter() {
        String text = key.text();
        assertThat(RecoveryKey.parse(text.substring(1)))
                .isEqualTo(new RecoveryKey.Typed.Refused(RecoveryKey.Problem.LENGTH));
        assertThat(RecoveryKey.parse("0" + text.substring(1)))
                .isEqualTo(new RecoveryKey.Typed.Refused(RecoveryKey.Problem.CHARACTER));
        assertThat(RecoveryKey.parse(null)).isEqualTo(new RecoveryKey.Typed.Refused(RecoveryKey.Problem.LENGTH));
    }

    @Test
    void writesASheetThatHoldsTheKeyAndTheStation(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("恢复密钥.txt");
        new RecoverySheet("样例镇社会工作服务站", "file-1", LocalDate.of(2026, 11, 20), key).writeTo(file);
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF").contains("样例镇社会工作服务站", "2026-11-20", "file-1").contains(key.groups());
        assertThat(text.lines()).noneMatch(line -> line.contains("{0}"));
    }

    @Test
    void calibratesToAboutASecondWithinBounds() {
        KdfCost slow = KdfCost.calibrated(256 * 1024, cost -> 10_000_000_000L);
        KdfCost fast = KdfCost.calibrated(256 * 1024, cost -> 1_000_000L);
        KdfCost usual = KdfCost.calibrated(128 * 1024, cost -> 100_000_000L);
        assertThat(slow).isEqualTo(KdfCost.MINIMUM);
        assertThat(fast).isEqualTo(new KdfCost(256 * 1024, 24, 1));
        assertThat(usual).isEqualTo(new KdfCost(128 * 1024, 5, 1));
        assertThat(KdfCost.calibrated(1024, cost -> 100_000_000L).memoryKib()).isEqualTo(19 * 1024);
    }
}
