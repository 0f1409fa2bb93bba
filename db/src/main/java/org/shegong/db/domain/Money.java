package org.shegong.db.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount in Chinese yuan, kept as whole fen.
 *
 * @param fen may be negative (a correction)
 */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final Pattern TYPED = Pattern.compile(Words.group("money.sign") + "?([+-]?)"
            + Words.group("money.sign") + "?(\\d{1,13}|\\d{1,3}(?:,\\d{3})+)(\\.\\d*)?("
            + Words.group("money.tenthousand") + "|" + Words.group("money.unit") + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final BigDecimal FEN_PER_TEN_THOUSAND = new BigDecimal(1_000_000);
    /** A trillion yuan: more stands in nobody's ledger, and less never overflows when it is added up. */
    private static final BigDecimal MOST_FEN = new BigDecimal("1e14");

    /**
     * Reads 5000.5, 5,000.50, with a sign or unit of yuan, or in ten-thousands; full width is allowed. Empty for
     * anything else, for amounts that are no whole number of fen (binary noise beyond six digits is cut) and for more
     * than a trillion yuan.
     */
    public static Optional<Money> parse(String raw) {
        Matcher typed = TYPED.matcher(CellText.compact(raw).replace('\uFFE5', '\u00A5'));
        if (!typed.matches()) {
            return Optional.empty();
        }
        String fraction = typed.group(3) == null || typed.group(3).length() == 1 ? "" : typed.group(3);
        BigDecimal yuan = new BigDecimal(typed.group(1) + typed.group(2).replace(",", "") + fraction);
        String unit = typed.group(4);
        boolean tenThousands = unit != null && Words.set("money.tenthousand").contains(unit);
        BigDecimal fen = (tenThousands ? yuan.movePointRight(6) : yuan.movePointRight(2))
                .setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return fen.scale() > 0 || fen.compareTo(MOST_FEN) > 0 ? Optional.empty()
            : Optional.of(new Money(fen.longValueExact()));
    }

    /**
     * Yuan to fen, half up beyond two decimals (a number cell holds binary noise). Empty beyond a trillion yuan either
     * way.
     */
    public static Optional<Money> ofYuan(BigDecimal yuan) {
        BigDecimal fen = yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return fen.abs().compareTo(MOST_FEN) > 0 ? Optional.empty() : Optional.of(new Money(fen.longValueExact()));
    }

    /** Exact value in yuan, scale 2. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    /** Ten-thousands of yuan rounded half up to the given number of decimals. */
    public BigDecimal tenThousands(int decimals) {
        return BigDecimal.valueOf(fen).divide(FEN_PER_TEN_THOUSAND, decimals, RoundingMode.HALF_UP);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Two decimals and groups of three, without a sign of currency: {@code 5,000.50}. */
    public String format() {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan());
    }

    /** Two decimals without groups, as amounts are typed and exported: {@code 5000.50}. */
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
