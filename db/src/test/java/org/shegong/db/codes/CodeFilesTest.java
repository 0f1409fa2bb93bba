package org.shegong.db.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled lists are well-formed. */
class CodeFilesTest {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,8}|[0-9]+-[0-9]+|[0-9]+\\+");

    static Stream<String> lists() {
        return CodeFiles.titles().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void hasCodesWithLabels(String list) {
        assertThat(CodeFiles.read(list)).isNotEmpty().allSatisfy(code -> {
            assertThat(code.code()).matches(CODE);
            assertThat(code.label()).isNotBlank();
            assertThat(code.aliases()).allSatisfy(alias -> assertThat(alias).isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("lists")
    void hasEachCodeOnce(String list) {
        assertThat(CodeFiles.read(list)).extracting(Code::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void hasParentsInTheSameList(String list) {
        CodeList codes = CodeBook.bundled().list(list);
        assertThat(codes.codes()).filteredOn(code -> !code.parent().isEmpty())
            .allSatisfy(code -> assertThat(codes.code(code.parent())).as(code.code()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void givesEachWordingOneMeaning(String list) {
        Map<String, String> meanings = new HashMap<>();
        CodeFiles.read(list).stream().filter(code -> !code.isHeading()).forEach(code ->
            Stream.concat(Stream.of(code.code(), code.label()), code.aliases().stream()).forEach(wording -> {
                String other = meanings.putIfAbsent(CodeList.wordingKey(wording), code.code());
                assertThat(other).as(wording).isIn(null, code.code());
            }));
    }
}
