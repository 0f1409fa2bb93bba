package org.shegong.db.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.journal.seal.SealedText;
import org.shegong.db.journal.seal.Seals;
import org.shegong.db.search.Pinyin;

/**
 * Lists files of clients that may be about the same person, the surest first (validation rules, section 11). Two
 * different ID numbers mean two people, whatever else is the same; so twins are none. What somebody called two people
 * stays so, as a step of the journal. Not for the window's thread.
 */
public final class DuplicatePairs {
    private static final String CLIENT = "client";
    private static final String SETTING = "setting";
    private static final String SAME_ID = "same_id";
    private static final String ALIKE = "alike_name_birth";
    /** Settings that say of two files that they are not about one person begin so; the ids follow, the lesser first. */
    private static final String DIFFERENT = "differ.";
    private static final String READ = "SELECT id, COALESCE(name, ''), COALESCE(birth, ''), COALESCE(sex, ''),"
        + " COALESCE(village_id, ''), COALESCE(id_no, ''), COALESCE(phone, '') FROM client"
        + " WHERE deleted_at IS NULL AND merged_to IS NULL AND status <> 'void'";
    private static final Map<String, Function<Person, List<String>>> KEYS = keys();
    private static final int EVERY_PAIR = 6;
    private static final int CHUNK = 500;
    private final StationFile file;
    private final FormCatalogue forms;
    private final RecordSaving saving;
    private final Clearance clearance;
    private final RecordIds ids;
    private final Pinyin pinyin = new Pinyin();

    /** @param clearance whose list it is: files hidden from this account show only that a number is on the register */
    public DuplicatePairs(StationFile file, FormCatalogue forms, RecordSaving saving, Clearance clearance, RecordIds ids) {
        this.file = file;
        this.forms = forms;
        this.saving = saving;
        this.clearance = clearance;
        this.ids = ids;
    }

    /** What two files must have in common for each reason; a file that lacks a part has no such key. */
    private static Map<String, Function<Person, List<String>>> keys() {
        Map<String, Function<Person, List<String>>> keys = new LinkedHashMap<>();
        keys.put(SAME_ID, person -> List.of(person.idNo()));
        keys.put("same_name_birth_village", person -> List.of(person.name(), person.birth(), person.village()));
        keys.put("same_name_birth", person -> List.of(person.name(), person.birth()));
        keys.put("same_name_village", person -> List.of(person.name(), person.village()));
        keys.put(ALIKE, person -> List.of(person.birth(), person.sex()));
        keys.put("same_phone", person -> List.of(person.phone(), person.surname()));
        return keys;
    }

    /** What tells two people apart; what is unknown or sealed is empty. */
    private record Person(String id, String name, String birth, String sex, String village, String idNo, String phone) {
        static Person of(Record row) {
            return new Person(text(row, 0), text(row, 1), text(row, 2), text(row, 3).intern(), text(row, 4).intern(),
                text(row, 5), text(row, 6));
        }

        private static String text(Record row, int column) {
            String text = row.get(column, String.class);
            return SealedText.isStandIn(text) ? "" : text;
        }

        String surname() {
            return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        }
    }

    /** Every pair with its surest reason, the surest pairs first. */
    public List<DuplicatePair> find() {
        return file.read(this::find);
    }

    private List<DuplicatePair> find(DSLContext db) {
        List<Person> all = new ArrayList<>();
        try (Stream<Record> rows = db.resultQuery(READ).fetchSize(CHUNK).stream()) {
            rows.map(Person::of).forEach(all::add);
        }
        List<Person> loose = all.stream().filter(person -> person.idNo().isEmpty()).toList();
        Map<Set<String>, DuplicatePair> found = new LinkedHashMap<>();
        KEYS.forEach((reason, key) -> groups(reason.equals(SAME_ID) ? all : loose, all, key).forEach(group ->
            pairs(group, reason).forEach(pair -> found.putIfAbsent(Set.of(pair.one(), pair.other()), pair))));
        sealedNumbers(db, all, found);
        found.keySet().removeAll(different(db));
        return allowed(db, List.copyOf(found.values()));
    }

    /** Two numbers are two people, so only groups with somebody who has none are looked at. */
    private static Collection<List<Person>> groups(List<Person> doubtful, List<Person> all,
                                                   Function<Person, List<String>> key) {
        Map<List<String>, List<Person>> groups = new LinkedHashMap<>();
        doubtful.stream().map(key).filter(parts -> !parts.contains("")).forEach(parts -> groups.put(parts, new ArrayList<>()));
        for (Person person : all) {
            List<Person> group = groups.get(key.apply(person));
            if (group != null) {
                group.add(person);
            }
        }
        groups.values().removeIf(group -> group.size() < 2);
        return groups.values();
    }

    /** Numbers under the second key are compared by their keyed hashes, also with those of files that are open. */
    private static void sealedNumbers(DSLContext db, List<Person> all, Map<Set<String>, DuplicatePair> found) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        db.fetch("SELECT hash, record_id FROM sealed_lookup JOIN client ON client.id = record_id WHERE deleted_at IS NULL"
            + " AND merged_to IS NULL AND status <> 'void'").forEach(row -> groups
                .computeIfAbsent(row.get(0, String.class), hash -> new LinkedHashSet<>()).add(row.get(1, String.class)));
        Seals.of(db).filter(seals -> !groups.isEmpty()).ifPresent(seals -> all.stream()
            .filter(person -> !person.idNo().isEmpty())
            .forEach(person -> groups.getOrDefault(seals.lookup(person.idNo()), new HashSet<>()).add(person.id())));
        for (Set<String> one : groups.values()) {
            List<String> group = List.copyOf(one);
            for (int i = 0; i < group.size(); i++) {
                for (String other : group.subList(i + 1, partners(group.size(), i))) {
                    found.putIfAbsent(Set.of(group.get(i), other), new DuplicatePair(group.get(i), other, SAME_ID, null));
                }
            }
        }
    }

    /** Of a large group only those beside each other: merging them one after the other brings all together. */
    private static int partners(int size, int place) {
        return size <= EVERY_PAIR ? size : Math.min(place + 2, size);
    }

    private List<DuplicatePair> pairs(List<Person> group, String reason) {
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            int end = reason.equals(ALIKE) ? group.size() : partners(group.size(), i);
            for (int k = i + 1; k < end; k++) {
                if (suspicious(group.get(i), group.get(k), reason)) {
                    pairs.add(new DuplicatePair(group.get(i).id(), group.get(k).id(), reason, null));
                }
            }
        }
        return pairs;
    }

    private boolean suspicious(Person one, Person other, String reason) {
        return reason.equals(SAME_ID) || (one.idNo().isEmpty() || other.idNo().isEmpty())
            && (!reason.equals(ALIKE) || alike(one.name(), other.name()));
    }

    /** One sound, or one character apart. */
    private boolean alike(String one, String other) {
        int[] first = one.codePoints().toArray();
        int[] second = other.codePoints().toArray();
        int apart = Math.abs(first.length - second.length);
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            apart += first[i] == second[i] ? 0 : 1;
        }
        return apart <= 1 && Math.min(first.length, second.length) > 1 || pinyin.soundAlike(one, other);
    }

    private static Set<Set<String>> different(DSLContext db) {
        Set<Set<String>> pairs = new HashSet<>();
        db.resultQuery("SELECT key FROM setting WHERE key >= ? AND key < ? AND deleted_at IS NULL", DIFFERENT,
            DIFFERENT.replace('.', '/')).fetch(0, String.class).forEach(key -> {
                String both = key.substring(DIFFERENT.length());
                pairs.add(Set.of(both.substring(0, both.length() / 2), both.substring(both.length() / 2 + 1)));
            });
        return pairs;
    }

    /** Of hidden files only an ID number's being on the register is said, and whom to ask. */
    private List<DuplicatePair> allowed(DSLContext db, List<DuplicatePair> pairs) {
        Set<String> visible = clearance.visible(db, forms.form(CLIENT), pairs.stream()
            .flatMap(pair -> List.of(pair.one(), pair.other()).stream()).collect(Collectors.toSet()));
        List<DuplicatePair> allowed = new ArrayList<>();
        for (DuplicatePair pair : pairs) {
            boolean one = visible.contains(pair.one());
            boolean other = visible.contains(pair.other());
            if (one && other) {
                allowed.add(pair);
            } else if ((one || other) && pair.reason().equals(SAME_ID)) {
                String hidden = one ? pair.other() : pair.one();
                allowed.add(new DuplicatePair(one ? pair.one() : pair.other(), hidden, pair.reason(),
                    DuplicateCheck.responsible(db, hidden)));
            }
        }
        List<String> order = List.copyOf(KEYS.keySet());
        allowed.sort(Comparator.comparingInt(pair -> order.indexOf(pair.reason())));
        return allowed;
    }

    /**
     * Remembers that two files are about two people; they are not listed any more. It can be taken back like any step.
     *
     * @throws org.shegong.db.security.NotPermittedException when the role may not write clients
     */
    public SaveResult areDifferent(DuplicatePair pair) {
        clearance.requireWriting(forms.form(CLIENT));
        boolean inOrder = pair.one().compareTo(pair.other()) < 0;
        String key = DIFFERENT + (inOrder ? pair.one() : pair.other()) + "." + (inOrder ? pair.other() : pair.one());
        return saving.save(RecordDraft.entered(SETTING, ids.next(), RecordStatus.SUBMITTED,
            new LinkedHashMap<>(Map.of("key", key, "value", pair.reason()))));
    }
}
