package org.shegong.reports.ledger.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shegong.db.domain.CellText;
import org.shegong.db.domain.DateText;
import org.shegong.db.domain.MinutesText;
import org.shegong.db.domain.Money;
import org.shegong.reports.ledger.read.Cell;
import org.shegong.reports.ledger.recognise.LedgerWords;

/** Reads single cells as dates, durations, counts, amounts and yes or no. Empty means: not readable. */
final class ValueParser {

    private static final BigDecimal MINUTES_OF_A_DAY = BigDecimal.valueOf(1440);
    private static final BigDecimal HOURS_AT_MOST = BigDecimal.valueOf(24);
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(20_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(80_000);
    private static final long LARGEST_COUNT = 100_000_000L;

    private final Set<String> yes;
    private final Set<String> no;
    private final Set<String> openEnded;
    private final Pattern count;
    private final Pattern bracketedWord;
    private final Pattern bracketedCount;
    private final Pattern dateTail;
    private final Pattern aboutMoney;

    ValueParser(LedgerWords words) {
        this.yes = words.set("yes");
        this.no = words.set("no");
        this.openEnded = words.set("open_ended");
        this.dateTail = Pattern.compile("(?:" + String.join("|", words.list("date_tails")) + ")+$");
        this.aboutMoney = Pattern.compile("^(?:" + alternatives(words, "money_prefixes") + ")+");
        this.bracketedWord = Pattern.compile("\\((" + alternatives(words, "count_prefixes") + "|" + alternatives(words, "count_units")
                + ")\\)");
        this.bracketedCount = Pattern.compile("\\((.*\\d(?:" + alternatives(words, "count_units") + "))\\)");
        this.count = Pattern.compile("(?:" + alternatives(words, "count_prefixes") + ")?(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.0+)?(?:"
                + alternatives(words, "count_units") + ")?");
    }

    private static String alternatives(LedgerWords words, String key) {
        return words.list(key).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    boolean isOpenEnded(String text) {
        return openEnded.contains(CellText.compact(text));
    }

    Optional<LocalDate> date(Cell cell) {
        if (cell.kind() == Cell.Kind.DATE) {
            return cell.number() != null && cell.number().compareTo(BigDecimal.ONE) < 0 ? Optional.empty()
                    : Optional.of(cell.moment().toLocalDate());
        }
        Optional<LocalDate> spelled = DateText.parse(cell.text())
                .or(() -> DateText.parse(dateTail.matcher(CellText.compact(cell.text())).replaceFirst("")));
        if (spelled.isPresent()) {
            return spelled;
        }
        Optional<BigDecimal> serial = serial(cell.text());
        if (serial.isPresent() && cell.moment() != null) {
            return Optional.of(cell.moment().toLocalDate());
        }
        return serial.flatMap(days -> DateText.fromSerial(days.doubleValue(), false));
    }

    /** A date whose cell lost its format shows the days since 1900. */
    private static Optional<BigDecimal> serial(String text) {
        String compact = CellText.compact(text);
        if (!compact.matches("\\d{5}(\\.\\d+)?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(compact);
        return number.compareTo(FIRST_SERIAL) >= 0 && number.compareTo(LAST_SERIAL) <= 0
                ? Optional.of(number) : Optional.empty();
    }

    /**
     * Minutes of a duration.
     *
     * @param hours whether a number without unit means hours, because the heading says so
     */
    Optional<Long> minutes(Cell cell, boolean hours) {
        if (cell.kind() == Cell.Kind.DATE && cell.number() != null) {
            return cell.number().compareTo(BigDecimal.ONE) > 0 ? Optional.empty()
                    : Optional.of(whole(cell.number().multiply(MINUTES_OF_A_DAY)));
        }
        String text = CellText.compact(cell.text());
        if (text.matches("\\d{1,5}(\\.\\d+)?")) {
            BigDecimal number = new BigDecimal(text);
            boolean broken = number.stripTrailingZeros().scale() > 0;
            // Nobody counts parts of a minute: a broken number is hours even when the heading forgets to say so.
            boolean asHours = (hours || broken) && number.compareTo(HOURS_AT_MOST) <= 0;
            return broken && !asHours ? Optional.empty()
                    : Optional.of(whole(asHours ? number.multiply(BigDecimal.valueOf(60)) : number));
        }
        return MinutesText.parse(cell.text());
    }

    private static long whole(BigDecimal minutes) {
        return minutes.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * A whole number. Brackets may stand around its unit, or around both; a number alone in brackets may be a
     * bookkeeper's minus, and one behind another is a second number.
     */
    Optional<Long> count(Cell cell) {
        String text = bracketedWord.matcher(CellText.compact(cell.text())).replaceAll("$1");
        Matcher whole = bracketedCount.matcher(text);
        Matcher match = count.matcher(whole.matches() ? whole.group(1) : text);
        if (!match.matches() || match.group(1).length() > 12) {
            return Optional.empty();
        }
        long value = Long.parseLong(match.group(1).replace(",", ""));
        return value > LARGEST_COUNT ? Optional.empty() : Optional.of(value);
    }

    /**
     * Fen of an amount.
     *
     * @param tenThousands whether a number without unit means ten thousand yuan, because the heading says so
     */
    Optional<Long> fen(Cell cell, boolean tenThousands) {
        String text = CellText.compact(cell.text());
        if (cell.kind() == Cell.Kind.NUMBER || text.matches("\\d+(\\.\\d+)?")) {
            BigDecimal yuan = cell.kind() == Cell.Kind.NUMBER ? cell.number() : new BigDecimal(text);
            return yuan.signum() < 0 ? Optional.empty()
                    : Money.ofYuan(tenThousands ? yuan.movePointRight(4) : yuan).map(Money::fen);
        }
        return Money.parse(text).or(() -> Money.parse(aboutMoney.matcher(text).replaceFirst(""))).map(Money::fen)
                .filter(fen -> fen >= 0);
    }

    Optional<Boolean> bool(Cell cell) {
        String text = CellText.compact(cell.text());
        if (yes.contains(text)) {
            return Optional.of(true);
        }
        return no.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** The pieces of a cell that holds several codes. */
    static List<String> pieces(String text) {
        return java.util.Arrays.stream(CellText.cleanLines(text).split("[\u3001\uFF0C,;\uFF1B\\n+|]+"))
                .map(String::trim).filter(piece -> !piece.isEmpty()).distinct().toList();
    }

    /** The pieces of a text that no list knows as a whole: spaces and slashes may part them too. */
    static List<String> loosePieces(String text) {
        return java.util.Arrays.stream(text.split("[\\s/]+")).filter(piece -> !piece.isEmpty()).distinct().toList();
    }
}
