package org.shegong.app.screens.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shegong.db.Station;
import org.shegong.db.domain.CellText;
import org.shegong.db.store.ListQuery;
import org.shegong.db.store.RecordData;

/**
 * What in a text could tell who is meant. Texts leave the station and must not (monthly report section N).
 *
 * @param idNumber whether an identity number stands in it
 * @param phone whether a mobile number stands in it
 * @param names names of clients that stand in it; may be empty
 */
record PersonalTraces(boolean idNumber, boolean phone, List<String> names) {
    static final PersonalTraces NONE = new PersonalTraces(false, false, List.of());
    private static final Pattern ID_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern RUN_OF_HAN = Pattern.compile("[\\p{IsHan}\u00B7]{2,}");
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 6;
    private static final int ASKED_AT_ONCE = 400;

    /** True when nothing was found. */
    boolean none() {
        return !idNumber && !phone && names.isEmpty();
    }

    /** Looks through a text. Not for the window's thread. */
    static PersonalTraces in(String text, Station station) {
        String plain = CellText.halfWidth(text).replace(" ", "").replace("-", "");
        return new PersonalTraces(ID_NUMBER.matcher(plain).find(), MOBILE.matcher(plain).find(), names(text, station));
    }

    private static List<String> names(String text, Station station) {
        List<String> candidates = new ArrayList<>(candidates(text));
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from < candidates.size(); from += ASKED_AT_ONCE) {
            Set<String> asked = Set.copyOf(candidates.subList(from, Math.min(candidates.size(), from + ASKED_AT_ONCE)));
            station.records().list(ListQuery.all("client").withFilter("name", asked)).stream()
                .map((RecordData client) -> client.text("name")).forEach(found::add);
        }
        return found.stream().filter(name -> text.contains(name)).toList();
    }

    private static Set<String> candidates(String text) {
        Set<String> candidates = new LinkedHashSet<>();
        Matcher run = RUN_OF_HAN.matcher(text);
        while (run.find()) {
            int[] letters = run.group().codePoints().toArray();
            for (int from = 0; from < letters.length; from++) {
                for (int length = SHORTEST_NAME; length <= LONGEST_NAME && from + length <= letters.length; length++) {
                    candidates.add(new String(letters, from, length));
                }
            }
        }
        return candidates;
    }
}
