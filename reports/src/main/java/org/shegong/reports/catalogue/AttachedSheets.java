package org.shegong.reports.catalogue;

import static org.shegong.reports.FigureTexts.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shegong.db.forms.CodeLookup;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;

/** Lays out the lists attached to the monthly report (04 §5). */
final class AttachedSheets {
    /** What each value of a list is: a code list's name, or text, number, hours (stored minutes) or day. */
    private static final Map<String, List<String>> SHAPES = Map.of(
            "cases", List.of("text:caseNo:34", "CLIENT_CAT:category:46", "FIELD:field:34", "CASE_LEVEL:caseLevel:24",
                    "number:sessions:22", "CASE_STATE:state:26", "day:openDate:30"),
            "groups", List.of("text:groupName:60", "GROUP_TYPE:groupType:34", "day:firstDate:28", "number:sessionsHeld:24",
                    "number:personTimes:24", "hours:hours:24", "day:closeDate:28"),
            "activities", List.of("day:date:28", "text:activityName:70", "ACT_TYPE:activityType:34", "text:village:34",
                    "number:participants:24", "number:volunteers:26", "hours:hours:24"),
            "visits", List.of("text:village:50", "CLIENT_CAT:category:60", "number:visits:28", "number:effective:28",
                    "number:unmet:28", "hours:hours:28"),
            "villages", List.of("text:village:50", "number:register:28", "number:served:28", "number:visits:28",
                    "number:met:28", "number:consultations:28", "number:activitiesHeld:28"),
            "supervision", List.of("day:date:28", "text:round:50", "SUP_FORM:form:40", "hours:hours:28",
                    "number:supervisees:34"),
            "training", List.of("day:date:28", "text:trainingTitle:80", "TRAIN_CLASS:trainingClass:40",
                    "TRAIN_MODE:mode:28", "number:trainees:28", "hours:traineeHours:28"));
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private final CodeLookup codes;

    AttachedSheets(CodeLookup codes) {
        this.codes = codes;
    }

    List<Sheet> of(MonthlyFigures report) {
        List<Sheet> sheets = new ArrayList<>();
        for (AttachedList list : report.lists()) {
            sheets.add(sheet(report, list));
        }
        return sheets;
    }

    private Sheet sheet(MonthlyFigures report, AttachedList list) {
        List<String> shape = SHAPES.get(list.key());
        List<Column> columns = new ArrayList<>(List.of(Column.of("no", text("column.no"), ColumnType.INTEGER, 14)));
        shape.forEach(column -> columns.add(column(column.split(":"))));
        List<Row> rows = new ArrayList<>();
        for (List<Object> values : list.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.number(rows.size() + 1L)));
            for (int i = 0; i < shape.size(); i++) {
                cells.add(cell(shape.get(i).split(":")[0], values.get(i)));
            }
            rows.add(Row.of(cells));
        }
        return Sheet.named(text("list." + list.key() + ".sheet")).page(PageSetup.REPORT_LANDSCAPE)
                .title(text("list." + list.key()))
                .heading(new HeaderBlock(List.of(new LabelledText(text("report.unit"), report.station().name())),
                        MonthlyDocument.monthText(report), List.of()))
                .add(new Table(columns, rows, 1, 0, Table.Look.REPORT)).signature(SignatureBlock.NONE)
                .lockHeadings().build();
    }

    private static Column column(String[] parts) {
        ColumnType type = switch (parts[0]) {
            case "number" -> ColumnType.INTEGER;
            case "hours" -> ColumnType.decimal(1);
            case "day" -> ColumnType.DATE;
            default -> ColumnType.TEXT;
        };
        return Column.of(parts[1], text("list.column." + parts[1]), type, Integer.parseInt(parts[2]));
    }

    private Cell cell(String kind, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return kind.equals("text") ? Cell.text(text("report.unknown")) : Cell.EMPTY;
        }
        return switch (kind) {
            case "text" -> Cell.text(value.toString());
            case "number" -> Cell.number(((Number) value).longValue());
            case "hours" -> Cell.number(new BigDecimal(value.toString()).divide(HOUR, 1, RoundingMode.HALF_UP), 1);
            case "day" -> Cell.date(LocalDate.parse(value.toString()));
            default -> Cell.text(value.equals("unknown") ? text("report.unknown") : codes.label(kind, value.toString()));
        };
    }
}
