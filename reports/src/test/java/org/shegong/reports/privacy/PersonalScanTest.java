package org.shegong.reports.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalScanTest {
    private final PersonalScan scan = PersonalScan.of(List.of("覃玉兰", "韦晓", "高兴", "阿依古丽·买买提", "欧阳修文",
        "莫小宝"), Set.of("莫小宝"));

    @ParameterizedTest
    @CsvSource({
        "身份证450299194803120028，电话,身份证450*************28，电话",
        "证号４５０２９９１９４８０３１２００２８,证号450*************28",
        "4502 9919 4803 1200 28号,450*************28号",
        "旧证450299480312002在案,旧证450**********02在案",
        "电话13812345678联系,电话138****5678联系", "电话 138-1234-5678。,电话 138****5678。",
        "+86 13812345678,138****5678", "座机0772-2611731,座机0772-*****31",
        "卡号6222021234567890128转账,卡号***************0128转账",
        "由覃玉兰带领,由覃某带领", "覃 玉 兰到场,覃某到场", "阿依古丽·买买提来,阿某来", "欧阳修文来访,欧阳某来访",
        "走访莫小宝家,走访某家", "韦晓和高兴、覃玉兰,韦某和高兴、覃某",
    })
    void replacesNumbersAndNames(String text, String clean) {
        assertThat(scan.cleaned(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"大家都很高兴，气氛热烈", "发放物资123456789012345678901234件", "共2026年11月20日",
        "合同编号202611200001", "经费6222021234567890123元", "高兴地说"})
    void leavesOrdinaryWordsAndNumbersAlone(String text) {
        assertThat(scan.traces(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"服务对象高兴情绪稳定,服务对象高某情绪稳定", "高兴老人独居,高某老人独居", "出席：高兴、韦晓,出席：高某、韦某"})
    void takesAWordForANameWhereItMeansAPerson(String text, String clean) {
        assertThat(scan.cleaned(text)).isEqualTo(clean);
    }

    @Test
    void keepsWhatSomebodyDecidedToKeep() {
        assertThat(scan.keeping(Set.of("韦晓")).cleaned("韦晓、覃玉兰")).isEqualTo("韦晓、覃某");
        assertThat(scan.cleaned("")).isEmpty();
        assertThat(scan.traces(null)).isEmpty();
    }

    @Test
    void tellsEachDifferentTextOnceWithItsSurroundings() {
        List<FoundTraces.Line> lines = FoundTraces.in(scan, List.of("今天看望覃玉兰并量血压", "覃玉兰恢复良好"));
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).times()).isEqualTo(2);
        assertThat(lines.get(0).before()).isEqualTo("今天看望");
        assertThat(lines.get(0).after()).isEqualTo("并量血压");
    }

    @Test
    void doesNotSlowDownWithAHundredThousandNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            names.add("覃" + (char) ('\u4e00' + i % 317) + (char) ('\u5000' + i / 317));
        }
        names.add("覃玉兰");
        PersonalScan large = PersonalScan.of(names, Set.of());
        String text = "今天开展社区活动，居民参与踊跃，现场气氛融洽。".repeat(400) + "覃玉兰发言";
        assertThat(large.traces(text)).extracting(Trace::text).containsExactly("覃玉兰");
    }
}
