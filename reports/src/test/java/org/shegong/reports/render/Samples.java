package org.shegong.reports.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.document.Cell;
import org.shegong.reports.document.Column;
import org.shegong.reports.document.ColumnType;
import org.shegong.reports.document.Document;
import org.shegong.reports.document.Footer;
import org.shegong.reports.document.FormGrid;
import org.shegong.reports.document.FormGrid.CheckOption;
import org.shegong.reports.document.FormGrid.GridField;
import org.shegong.reports.document.FormGrid.GridRow;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.MachineRow;
import org.shegong.reports.document.Marking;
import org.shegong.reports.document.PageSetup;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.Row;
import org.shegong.reports.document.RowStyle;
import org.shegong.reports.document.Sheet;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.Table;
import org.shegong.reports.document.TextSection;

/** Invented documents that use every part of the model. */
final class Samples {
    static final String TITLE = "融水县和睦镇社会工作服务站 2025年7月工作月报";

    private Samples() {
    }

    /** A monthly report of the given number of figure rows. */
    static Document report(int rows) {
        Sheet guide = Sheet.named("填报说明").outlet(Sheet.Outlet.WORKBOOK).title("填报说明")
                .add(Paragraph.of("一、本表由乡镇（街道）社会工作服务站按月填报，次月3日前报送。\n二、存量指标不累计，以“—”表示。")).build();
        Sheet report = Sheet.named("月报").page(PageSetup.REPORT_LANDSCAPE).title(TITLE)
                .heading(new HeaderBlock(List.of(new LabelledText("填报单位（盖章）", "和睦镇社会工作服务站")), "2025年7月",
                        List.of(new LabelledText("表　　号", "社工站月1表"), new LabelledText("制定机关", "融水县民政局"),
                                new LabelledText("计量单位", "见表内"))))
                .add(new Table(reportColumns(), reportRows(rows), 1, 2, Table.Look.REPORT))
                .add(new TextSection("一、本月工作开展情况", "本月走访独居老人、困境儿童家庭共五户，链接爱心企业物资一批。\n组织“邻里守望”活动两场。", 0))
                .add(new TextSection("二、典型案例（匿名）", "", 3))
                .signature(SignatureBlock.of(new LabelledText("填表人", "韦晓𠮷"), new LabelledText("审核人", ""),
                        new LabelledText("负责人", ""), new LabelledText("", "（单位盖章）"),
                        new LabelledText("填报日期", "2025年8月2日")))
                .lockHeadings().build();
        List<MachineRow> machine = List.of(
                new MachineRow("B01", "month", Cell.number(6), "人", "v1"),
                new MachineRow("C09", "month", Cell.number(new BigDecimal("6.0"), 1), "小时", "v1"),
                new MachineRow("B01", "year", Cell.NOT_APPLICABLE, "人", "v1"));
        return new Document("450299001-和睦镇站-202507-月报-v1", List.of(guide, report, annex(), form()),
                new Footer("SGZ-202507-0001　版本 v1", "校验码 3f9a01bc"), new Marking("内部资料 注意保密", "打印人：韦晓 2025-08-02"),
                machine);
    }

    static List<Column> reportColumns() {
        return List.of(
                Column.of("row", "行次", ColumnType.CENTRED, 15),
                Column.of("name", "指标名称", ColumnType.TEXT, 62),
                Column.of("unit", "计量单位", ColumnType.CENTRED, 14),
                Column.of("month", "本月", ColumnType.INTEGER, 19).under("本期"),
                Column.of("last", "上月", ColumnType.INTEGER, 19).under("本期"),
                Column.of("change", "环比±(%)", ColumnType.decimal(1), 19).under("本期"),
                Column.of("year", "本年累计", ColumnType.INTEGER, 19).under("累计"),
                Column.of("project", "项目周期累计", ColumnType.INTEGER, 21).under("累计"),
                Column.of("target", "年度(项目)目标", ColumnType.INTEGER, 21),
                Column.of("done", "完成率(%)", ColumnType.decimal(1), 19),
                Column.of("note", "备注", ColumnType.TEXT, 34));
    }

    private static List<Row> reportRows(int count) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.section("B 服务对象"));
        for (int i = 1; i <= count; i++) {
            Row row = Row.of(Cell.text("B%02d".formatted(i)), Cell.text(i % 5 == 2 ? "其中：农村留守儿童" : "期末在册服务对象"),
                    Cell.text("人"), i == 3 ? Cell.UNFILLED : Cell.number(i * 7), Cell.number(0),
                    Cell.number(new BigDecimal("12.5")), Cell.NOT_APPLICABLE, Cell.number(137),
                    i == 4 ? Cell.EMPTY : Cell.number(200), Cell.number(new BigDecimal("68.5")),
                    Cell.text(i == 1 ? "上月已更正；含合并重复档案一份，详见说明" : ""));
            rows.add(i % 5 == 2 ? row.styled(RowStyle.indented(1)) : row);
        }
        rows.add(Row.of(Cell.text("Z"), Cell.text("合计"), Cell.text("元"), Cell.money(123456789), Cell.money(5),
                Cell.percent(new BigDecimal("80"), 1), Cell.NOT_APPLICABLE, Cell.number(1), Cell.number(2),
                Cell.number(BigDecimal.TEN), Cell.EMPTY).styled(RowStyle.TOTAL));
        return rows;
    }

    private static Sheet annex() {
        List<Column> columns = List.of(
                Column.of("no", "序号", ColumnType.CENTRED, 12), Column.of("name", "姓名", ColumnType.TEXT, 26),
                Column.of("id", "证件号码", ColumnType.ID, 44), Column.of("date", "开案日期", ColumnType.DATE, 26),
                Column.of("at", "最近联系", ColumnType.DATE_TIME, 34), Column.of("rate", "出席率", ColumnType.PERCENT, 20),
                Column.of("money", "金额(元)", ColumnType.MONEY, 26), Column.of("note", "说明", ColumnType.TEXT, 60));
        List<Row> rows = List.of(
                Row.of(Cell.text("1"), Cell.text("石𬱖䶮"), Cell.text("450299194003120017"), Cell.date(LocalDate.of(2025, 7, 1)),
                        Cell.dateTime(LocalDateTime.of(2025, 7, 24, 14, 30)), Cell.number(new BigDecimal("80")),
                        Cell.money(30050), Cell.text("=HYPERLINK(\"http://x\",\"点\")")),
                Row.of(Cell.text("2"), Cell.text("覃㛃"), Cell.text("45029919520101002X"), Cell.date(LocalDate.of(2025, 7, 15)),
                        Cell.EMPTY, Cell.NOT_APPLICABLE, Cell.money(0), Cell.text("-1+1，电话+8613800000000")));
        return Sheet.named("附1 在办个案清单").page(PageSetup.LIST_LANDSCAPE).title("附1　在办个案清单")
                .add(new Table(columns, rows, 1, 0, Table.Look.COMPACT)).build();
    }

    /** A printed form, partly filled. */
    static Sheet form() {
        FormGrid grid = new FormGrid(3, 24, List.of(
                new GridRow.Band("一、基本情况"),
                GridRow.of(GridField.of("姓名", "石𬱖"), GridField.of("性别", "男"), GridField.of("出生日期", "1940-03-12")),
                GridRow.of(new GridField("证件号码", FormGrid.GridValue.text("450299194003120017"), 2, 1), GridField.of("联系电话", "")),
                GridRow.of(GridField.of("见面情况", 3, List.of(CheckOption.of("见到本人", true), CheckOption.of("见到家属", false),
                        CheckOption.of("未遇", false), CheckOption.of("电话未接通", false), CheckOption.of("外出务工", false),
                        CheckOption.of("搬迁", false), CheckOption.of("拒访", false), new CheckOption("其他", false, "")))),
                new GridRow.Band("二、走访记录"),
                GridRow.of(GridField.box("生活现况", "老人独居，子女外出务工。"
                        + "饮食起居能自理，血压偏高，按时服药；屋内电线老化，已报村委会（“关爱工程”名单内）。".repeat(4), 3, 5)),
                GridRow.of(GridField.box("下一步打算", "", 3, 6)),
                GridRow.of(GridField.of("走访社工", "韦晓"), new GridField("陪同人员", FormGrid.GridValue.text(""), 2, 1))));
        return Sheet.named("入户走访记录").title("入户走访（探访）记录表")
                .heading(new HeaderBlock(List.of(new LabelledText("编号", "450299001-ZF-2025-0012")), "",
                        List.of(new LabelledText("走访日期", "2025-07-22"))))
                .add(grid)
                .signature(SignatureBlock.of(new LabelledText("被访人签名", ""), new LabelledText("社工签名", ""),
                        new LabelledText("日期", ""))).build();
    }
}
