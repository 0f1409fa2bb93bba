package org.shegong.db;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ResourceBundle;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.effects.SaveEffects;
import org.shegong.db.forms.Computations;
import org.shegong.db.forms.FormCatalogue;
import org.shegong.db.forms.FormValidator;
import org.shegong.db.journal.Actor;
import org.shegong.db.journal.AuditTrail;
import org.shegong.db.journal.Journal;
import org.shegong.db.journal.RecentSteps;
import org.shegong.db.journal.TypingDrafts;
import org.shegong.db.journal.seal.SealUpkeep;
import org.shegong.db.search.FormWords;
import org.shegong.db.search.Pinyin;
import org.shegong.db.search.SearchQuery;
import org.shegong.db.security.Right;
import org.shegong.db.store.AttachmentStore;
import org.shegong.db.store.Clearance;
import org.shegong.db.store.ClientMerge;
import org.shegong.db.store.DuplicateCheck;
import org.shegong.db.store.DuplicatePairs;
import org.shegong.db.store.EntryHints;
import org.shegong.db.store.FollowUps;
import org.shegong.db.store.RecordIds;
import org.shegong.db.store.RecordSaving;
import org.shegong.db.store.RecordStore;
import org.shegong.db.store.Recycling;
import org.shegong.db.store.SealedRecords;
import org.shegong.db.store.StationCodes;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StepUndo;
import org.shegong.db.store.ValueTexts;

/**
 * One open station: its file and everything that works on it. Closing it closes the file.
 *
 * <p>Safe for use from several threads; nothing here may run on the thread of the window.
 */
public final class Station implements AutoCloseable {
    private final StationFile file;
    private final FormCatalogue forms;
    private final Clock clock;
    private final Actor actor;
    private final Pinyin pinyin = new Pinyin();
    private final RecordIds ids = new RecordIds();
    private final StationCodes codes;
    private final ValueTexts texts;
    private final FormValidator validator;
    private final RecordStore records;
    private final RecordSaving saving;
    private final Journal journal;
    private final Clearance clearance;
    private final TypingDrafts typing;

    /**
     * @param file open file; this object closes it
     * @param bundled the code lists that come with the program
     * @param clock what the program takes for now
     * @param actor who works here
     */
    public Station(StationFile file, FormCatalogue forms, CodeBook bundled, Clock clock, Actor actor) {
        this(file, forms, bundled, clock, actor, Clearance.unlimited());
    }

    /** The same for somebody who may not read or write everything. */
    public Station(StationFile file, FormCatalogue forms, CodeBook bundled, Clock clock, Actor actor,
                   Clearance clearance) {
        this.clearance = clearance;
        this.file = file;
        this.forms = forms;
        this.clock = clock;
        this.actor = actor;
        this.codes = new StationCodes(file, bundled);
        Computations computations = new Computations();
        ResourceBundle words = ResourceBundle.getBundle("org.shegong.db.messages");
        this.texts = new ValueTexts(codes, computations, words.getString("yes"), words.getString("no"));
        this.validator = new FormValidator(codes, computations);
        this.journal = new Journal(file, forms, clock, new FormWords(pinyin), clearance);
        file.seals().ifPresent(seals -> seals.use(forms, new FormWords(pinyin)));
        this.typing = new TypingDrafts(file, forms, actor, clock);
        this.records = new RecordStore(file, forms, texts, clock, typed -> SearchQuery.of(typed).words(),
            clearance);
        this.saving = new RecordSaving(file, forms, validator, journal, actor, clock, SaveEffects.ofEntry(ids),
            SaveEffects.ofImport(), clearance);
    }

    /** What the person signed in may read and write. */
    public Clearance clearance() {
        return clearance;
    }

    /** The sealed records by number, for whoever assigns them. */
    public SealedRecords sealed() {
        return new SealedRecords(file, records, saving, clearance, ids);
    }

    /** Brings sealed records under the keys that they belong under, and keys to those who may open them. */
    public SealUpkeep sealUpkeep() {
        return new SealUpkeep(file, forms, journal, new FormWords(pinyin), actor);
    }

    /** What was promised for a day, of the records that may be read. */
    public FollowUps followUps() {
        return new FollowUps(file, records);
    }

    public StationFile file() {
        return file;
    }

    public FormCatalogue forms() {
        return forms;
    }

    /** The code lists as they stand now, the station's own entries included. */
    public CodeBook codes() {
        return codes.book();
    }

    /** Reads the station's own codes again, after they were changed. */
    public void reloadCodes() {
        codes.reload();
    }

    public RecordStore records() {
        return records;
    }

    public RecordSaving saving() {
        return saving;
    }

    public Journal journal() {
        return journal;
    }

    /** What is being typed and not saved yet. */
    public TypingDrafts typing() {
        return typing;
    }

    /** The recycle bin. */
    public Recycling recycling() {
        return new Recycling(file, forms, journal, undo(), actor, clearance);
    }

    /** Taking back what was done, and doing it again. */
    public StepUndo undo() {
        return new StepUndo(file, forms, journal, recentSteps(), actor, clock);
    }

    /** What was done lately. */
    public RecentSteps recentSteps() {
        return new RecentSteps(file, forms, clearance);
    }

    /** Making one file of two about the same person. */
    public ClientMerge merging() {
        return new ClientMerge(file, forms, journal, saving, actor, clearance);
    }

    public FormValidator validator() {
        return validator;
    }

    /** Values as people read them. */
    public ValueTexts texts() {
        return texts;
    }

    public Pinyin pinyin() {
        return pinyin;
    }

    /** Files of clients that may be about the same person. */
    public DuplicatePairs duplicatePairs() {
        return new DuplicatePairs(file, forms, saving, clearance, ids);
    }

    public DuplicateCheck duplicates() {
        return new DuplicateCheck(file, records);
    }

    /** Files kept with records. */
    public AttachmentStore attachments() {
        return new AttachmentStore(file, journal, actor, ids, forms, clearance);
    }

    /**
     * Who did what, besides the saving of records.
     *
     * @throws org.shegong.db.security.NotPermittedException when the role may not see it
     */
    public AuditTrail audit() {
        clearance.require(Right.AUDIT);
        return new AuditTrail(file);
    }

    /** What typing a record can start from. */
    public EntryHints hints() {
        return new EntryHints(file, forms, clearance);
    }

    public Clock clock() {
        return clock;
    }

    public Actor actor() {
        return actor;
    }

    /** The day the program believes in. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A fresh record id. */
    public String newId() {
        return ids.next();
    }

    @Override
    public void close() {
        file.close();
    }
}
