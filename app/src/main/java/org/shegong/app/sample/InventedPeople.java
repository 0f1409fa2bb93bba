package org.shegong.app.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shegong.db.domain.IdNumber;

/** Makes people up: names, ID numbers of an area code that nobody has, telephone numbers. */
final class InventedPeople {
    private static final String AREA = "450299";
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private final Chance chance;
    private final List<String> surnames;
    private final List<String> men;
    private final List<String> women;
    private final Set<String> takenNames = new HashSet<>();
    private final Set<String> takenNumbers = new HashSet<>();
    private int phones;

    InventedPeople(Chance chance, SampleTexts texts) {
        this.chance = chance;
        this.surnames = texts.list("surnames");
        this.men = texts.list("names.men");
        this.women = texts.list("names.women");
    }

    /**
     * Somebody.
     *
     * @param male sex
     * @param birth valid day
     */
    record Person(String name, boolean male, LocalDate birth, String idNo, String phone) {
        String sex() {
            return male ? "1" : "2";
        }
    }

    /** Somebody of a name not given before. */
    Person person(boolean male, LocalDate birth) {
        String name = name(male);
        while (!takenNames.add(name)) {
            name = name(male);
        }
        return new Person(name, male, birth, idNumber(male, birth), phone());
    }

    /** Any name; the same may come again. */
    String name(boolean male) {
        return chance.of(surnames) + chance.of(male ? men : women);
    }

    String idNumber(boolean male, LocalDate birth) {
        String number;
        do {
            int serial = chance.between(0, 499) * 2 + (male ? 1 : 0);
            String digits = AREA + COMPACT.format(birth) + String.format("%03d", serial);
            number = digits + IdNumber.checkCharacter(digits);
        } while (!takenNumbers.add(number));
        return number;
    }

    /** A number of a range that is not given to subscribers. */
    String phone() {
        return "199" + String.format("%08d", 2990000 + phones++);
    }
}
