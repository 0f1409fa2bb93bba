package org.shegong.app.controls.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.shegong.app.i18n.Texts;
import org.shegong.app.tasks.Job;
import org.shegong.db.Station;
import org.shegong.db.forms.Form;
import org.shegong.db.forms.PrintTemplate;
import org.shegong.db.store.Consents;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.printing.Edition;
import org.shegong.reports.printing.PrintedForms;
import org.shegong.reports.printing.Roster;
import org.shegong.reports.privacy.Cleaning;
import org.shegong.reports.privacy.FoundTraces;
import org.shegong.reports.privacy.PersonalScan;

/**
 * What is printed of a form: which of its printed editions, which records or none, for whom and why. Window thread
 * only.
 */
public final class FormPrintModel implements Disclosure {
    /** Records in one document; more would take the memory of an old computer. */
    public static final int MOST = 200;
    /** Lines of a printed list. */
    public static final int MOST_LINES = 3000;

    /** What the pages are filled with. */
    public enum Content {
        /** The record one stands on. */
        SELECTED,
        /** Every record of the list, the first {@link FormPrintModel#MOST} at most. */
        LISTED,
        /** The list itself, as a table with its columns, the first {@link FormPrintModel#MOST_LINES} at most. */
        TABLE,
        /** Nothing: to write by hand. */
        BLANK
    }

    private final Station station;
    private final Texts texts;
    private final Form form;
    private final String selected;
    private final List<String> listed;
    private final List<String> columns;
    private final List<PrintTemplate> templates;
    private final ObjectProperty<PrintTemplate> template = new SimpleObjectProperty<>();
    private final ObjectProperty<Content> content = new SimpleObjectProperty<>();
    private final ObjectProperty<Edition> edition = new SimpleObjectProperty<>(Edition.INTERNAL);
    private final StringProperty reason = new SimpleStringProperty("");
    private volatile List<FoundTraces.Line> found = List.of();
    private volatile int withdrawn;
    private Set<String> kept = Set.of();
    private boolean decided;

    /**
     * @param templates the form's printed editions, never empty
     * @param selected id of the record one stands on; empty for none
     * @param listed ids of the whole list in its order; may be empty
     */
    public FormPrintModel(Station station, Texts texts, String form, List<PrintTemplate> templates, String selected,
                          List<String> listed) {
        this(station, texts, form, templates, selected, listed, List.of());
    }

    /** @param columns field keys of the list in order; empty offers no printed list */
    FormPrintModel(Station station, Texts texts, String form, List<PrintTemplate> templates, String selected,
                   List<String> listed, List<String> columns) {
        this.columns = List.copyOf(columns);
        this.station = station;
        this.texts = texts;
        this.form = station.forms().form(form);
        this.templates = List.copyOf(templates);
        this.selected = selected;
        this.listed = List.copyOf(listed);
        template.set(templates.get(0));
        content.set(selected.isEmpty() ? Content.BLANK : Content.SELECTED);
        reason.set(texts.get("paper.reason.file"));
    }

    public Form form() {
        return form;
    }

    /** The form's printed editions. */
    public List<PrintTemplate> templates() {
        return templates;
    }

    /** What can be printed here, most likely first. */
    public List<Content> offered() {
        List<Content> offered = new ArrayList<>();
        if (!selected.isEmpty()) {
            offered.add(Content.SELECTED);
        }
        if (listed.size() > 1 || selected.isEmpty() && !listed.isEmpty()) {
            offered.add(Content.LISTED);
        }
        if (!columns.isEmpty() && !listed.isEmpty()) {
            offered.add(Content.TABLE);
        }
        offered.add(Content.BLANK);
        return offered;
    }

    /** A content in words, with how many records it is. */
    public String words(Content which) {
        return switch (which) {
            case SELECTED -> texts.get("paper.selected");
            case LISTED -> listed.size() > MOST ? texts.get("paper.listed_first", MOST, listed.size())
                : texts.get("paper.listed", listed.size());
            case TABLE -> listed.size() > MOST_LINES ? texts.get("paper.table_first", MOST_LINES, listed.size())
                : texts.get("paper.table", listed.size());
            case BLANK -> texts.get("paper.blank");
        };
    }

    public ObjectProperty<PrintTemplate> templateProperty() {
        return template;
    }

    public ObjectProperty<Content> contentProperty() {
        return content;
    }

    /** For whom; means nothing for blank forms. */
    public ObjectProperty<Edition> editionProperty() {
        return edition;
    }

    /** Why plain personal data is put on paper; kept in the journal. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** True when what is printed says plainly who somebody is. */
    public boolean isPlain() {
        return content.get() != Content.BLANK && edition.get() == Edition.INTERNAL;
    }

    private List<String> ids() {
        return switch (content.get()) {
            case SELECTED -> List.of(selected);
            case LISTED -> listed.subList(0, Math.min(MOST, listed.size()));
            case TABLE -> listed.subList(0, Math.min(MOST_LINES, listed.size()));
            case BLANK -> List.of();
        };
    }

    /** Makes the document as it is chosen now. */
    public Job<Document> document() {
        List<String> ids = ids();
        PrintTemplate as = template.get();
        Edition whom = edition.get();
        Set<String> leave = kept;
        boolean table = content.get() == Content.TABLE;
        return progress -> {
            withdrawn = new Consents(station).withdrawn(form.key(), ids).size();
            if (ids.isEmpty()) {
                found = List.of();
                return new PrintedForms(station).blank(form.key(), as);
            }
            PersonalScan scan = whom == Edition.EXTERNAL ? PersonalScan.of(station) : null;
            Cleaning cleaning = scan == null ? Cleaning.none() : Cleaning.with(scan, leave);
            if (table) {
                Document list = new Roster(station, cleaning).document(form.key(), ids, columns, whom);
                found = cleaning.found();
                return list;
            }
            PrintedForms forms = new PrintedForms(station, cleaning);
            List<Document> documents = new ArrayList<>();
            for (String id : ids) {
                progress.checkCancelled();
                progress.report(documents.size(), ids.size(), "");
                documents.add(forms.filled(form.key(), id, as, whom));
            }
            found = cleaning.found();
            return documents.size() == 1 ? documents.get(0) : joined(documents, as);
        };
    }

    /** One document of all, each beginning on a page of its own. */
    private Document joined(List<Document> documents, PrintTemplate as) {
        List<Sheet> sheets = documents.stream().flatMap(document -> document.sheets().stream()).toList();
        String stem = texts.get("paper.many", as.title(), documents.size(), station.today());
        Document first = documents.get(0);
        return new Document(Document.safeFileStem(stem), sheets, first.footer(), first.marking(), List.of());
    }

    /** What could tell who is meant in the texts of the document made last, kept or replaced. Any thread. */
    public List<FoundTraces.Line> found() {
        return found;
    }

    /** How many persons of the document made last have withdrawn a consent. Any thread. */
    public int withdrawn() {
        return withdrawn;
    }

    /** Texts that stay as they are in the edition for others. */
    public Set<String> kept() {
        return kept;
    }

    /** True once somebody has looked at what was found. */
    public boolean isDecided() {
        return decided;
    }

    /** Decides about everything found; the document must be made again. */
    public void keep(Set<String> texts) {
        kept = Set.copyOf(texts);
        decided = true;
    }

    @Override
    public String refusal() {
        if (content.get() != Content.BLANK && edition.get() == Edition.EXTERNAL && !found.isEmpty() && !decided) {
            return texts.get("traces.first");
        }
        return isPlain() && reason.get().isBlank() ? texts.get("paper.no_reason") : "";
    }

    @Override
    public Runnable noting(Way way) {
        if (content.get() == Content.BLANK) {
            return () -> { };
        }
        List<String> ids = ids();
        boolean table = content.get() == Content.TABLE;
        String title = table ? texts.get("paper.table_title", form.label()) : template.get().title();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("edition", edition.get().name());
        details.put("reason", isPlain() ? reason.get().strip() : "");
        details.put("way", way.name());
        details.put("template", table ? "list" : template.get().key());
        details.put("records", ids.size());
        details.put("ids", table ? "" : String.join(" ", ids));
        details.put("kept", kept.size());
        String action = way == Way.PRINT ? "print" : "export";
        String label = texts.get("paper.noted." + action, title);
        String record = ids.size() == 1 ? ids.get(0) : "";
        return () -> station.journal().event(station.actor(), action, label, form.key(), record, details);
    }
}
