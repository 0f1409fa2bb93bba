package org.shegong.reports.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shegong.reports.ledger.SheetReport.RowRemark;
import org.shegong.reports.ledger.recognise.LedgerKind;

/** The summary of an import as the JSON object that the command prints: texts, numbers, lists and maps. */
public final class ImportSummaryJson {

    private final LedgerMessages messages = new LedgerMessages();

    /** The object, in the order of its keys; values of cells in it are masked. */
    public Map<String, Object> of(ImportSummary summary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("files", summary.files().stream().map(this::file).toList());
        json.put("accepted", summary.accepted());
        return json;
    }

    private Map<String, Object> file(FileReport file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        file.unreadable().ifPresent(error -> {
            Map<String, Object> why = new LinkedHashMap<>();
            why.put("code", error.reason().code());
            why.put("message", messages.of(error));
            json.put("error", why);
        });
        json.put("sheets", file.sheets().stream().map(ImportSummaryJson::sheet).toList());
        return json;
    }

    private static Map<String, Object> sheet(SheetReport sheet) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", sheet.sheet());
        json.put("kind", sheet.kind().map(LedgerKind::key).orElse(null));
        json.put("rows", sheet.rows());
        json.put("accepted", sheet.accepted());
        json.put("unchanged", sheet.unchanged());
        json.put("updated", sheet.updated());
        json.put("refused", remarks(sheet.refused()));
        json.put("warnings", remarks(sheet.remarks()));
        return json;
    }

    private static List<Map<String, Object>> remarks(List<RowRemark> remarks) {
        return remarks.stream().map(remark -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("row", remark.row());
            json.put("column", remark.column());
            json.put("code", remark.code());
            json.put("message", remark.message());
            json.put("value", remark.value());
            return json;
        }).toList();
    }
}
