package org.shegong.db.store;

import static org.shegong.db.schema.Tables.CODE_ENTRY;

import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.shegong.db.codes.CodeBook;
import org.shegong.db.codes.StationCode;
import org.shegong.db.forms.CodeLookup;

/** The bundled code lists with the station's own entries over them. Safe for use from several threads. */
public final class StationCodes implements CodeLookup {
    private final StationFile file;
    private final CodeBook bundled;
    private volatile CodeBook book;

    public StationCodes(StationFile file, CodeBook bundled) {
        this.file = file;
        this.bundled = bundled;
        reload();
    }

    /** The lists as they stand now. */
    public CodeBook book() {
        return book;
    }

    /** Reads the station's own entries again, after they were changed. */
    public void reload() {
        book = bundled.with(file.read(StationCodes::entries));
    }

    private static List<StationCode> entries(DSLContext db) {
        return db.selectFrom(CODE_ENTRY).where(CODE_ENTRY.DELETED_AT.isNull()).orderBy(CODE_ENTRY.SORT).stream()
            .map(StationCodes::entry).toList();
    }

    private static StationCode entry(Record row) {
        String alias = row.get(CODE_ENTRY.ALIAS);
        Long sort = row.get(CODE_ENTRY.SORT);
        Long enabled = row.get(CODE_ENTRY.ENABLED);
        return new StationCode(row.get(CODE_ENTRY.LIST), row.get(CODE_ENTRY.CODE), row.get(CODE_ENTRY.LABEL),
            alias == null ? List.of() : Arrays.asList(alias.split("[|、，,]")), row.get(CODE_ENTRY.PARENT),
            sort == null ? 0 : sort.intValue(), enabled == null || enabled != 0);
    }

    @Override
    public boolean has(String list, String code) {
        return book.has(list, code);
    }

    @Override
    public String label(String list, String code) {
        return book.label(list, code);
    }
}
