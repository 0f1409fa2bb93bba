package org.shegong.reports.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.shegong.reports.ledger.SheetReport.RowRemark;

/** The summary of an import as the JSON object that the command prints. */
public final class ImportSummaryJson {

    private final ObjectMapper json = new ObjectMapper();
    private final LedgerMessages messages = new LedgerMessages();

    /** One JSON object; values in it are masked. */
    public ObjectNode write(ImportSummary summary) {
        ObjectNode root = json.createObjectNode();
        ArrayNode files = root.putArray("files");
        summary.files().forEach(file -> file(files.addObject(), file));
        ObjectNode accepted = root.putObject("accepted");
        summary.accepted().forEach(accepted::put);
        return root;
    }

    private void file(ObjectNode node, FileReport file) {
        node.put("file", file.name());
        ArrayNode sheets = node.putArray("sheets");
        file.sheets().forEach(sheet -> sheet(sheets.addObject(), sheet));
        file.unreadable().ifPresent(error -> {
            ObjectNode reason = node.putObject("error");
            reason.put("code", error.reason().code());
            reason.put("message", messages.of(error));
        });
    }

    private static void sheet(ObjectNode node, SheetReport sheet) {
        node.put("sheet", sheet.sheet());
        node.put("kind", sheet.kind().map(kind -> kind.key()).orElse(null));
        node.put("rows", sheet.rows());
        node.put("accepted", sheet.accepted());
        node.put("unchanged", sheet.unchanged());
        node.put("updated", sheet.updated());
        remarks(node.putArray("refused"), sheet.refused());
        remarks(node.putArray("warnings"), sheet.remarks());
    }

    private static void remarks(ArrayNode array, List<RowRemark> remarks) {
        for (RowRemark remark : remarks) {
            ObjectNode node = array.addObject();
            node.put("row", remark.row());
            node.put("column", remark.column());
            node.put("code", remark.code());
            node.put("message", remark.message());
            node.put("value", remark.value());
        }
    }
}
