package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;
import org.shegong.reports.document.Alignment;
import org.shegong.reports.document.HeaderBlock;
import org.shegong.reports.document.LabelledText;
import org.shegong.reports.document.Paragraph;
import org.shegong.reports.document.SignatureBlock;
import org.shegong.reports.document.TextSection;

/** Sets everything that is not ruled: titles, the block under the title, text sections, signature lines. */
final class PdfText {
    private static final float SIZE = 10.5f;
    private static final float WRITING_LINE = 24;

    private final TextSetter setter;
    private final float width;

    PdfText(TextSetter setter, float width) {
        this.setter = setter;
        this.width = width;
    }

    List<Piece> title(List<String> lines, float size) {
        List<Piece> pieces = new ArrayList<>();
        for (String line : lines) {
            TextLine full = setter.single(line, FontRole.BODY_BOLD, size);
            float fitted = full.width() <= width ? size : Math.max(size * 0.8f, size * width / full.width());
            for (TextLine set : setter.balance(line, FontRole.BODY_BOLD, fitted, width)) {
                pieces.add(line(set, Alignment.CENTRE).keep());
            }
        }
        if (!pieces.isEmpty()) {
            pieces.add(Piece.gap(5).keep());
        }
        return pieces;
    }

    List<Piece> heading(HeaderBlock block) {
        if (block.isEmpty()) {
            return List.of();
        }
        List<TextLine> left = block.left().stream().map(this::labelled).toList();
        List<TextLine> right = block.right().stream().map(this::labelled).toList();
        TextLine centre = setter.single(block.centre(), FontRole.BODY, SIZE);
        float rightStart = width - (float) right.stream().mapToDouble(TextLine::width).max().orElse(0);
        float leading = centre.leading() + 1;
        float height = block.lines() * leading;
        Piece piece = Piece.of(height + 3, (canvas, top, first, last) -> {
            for (int i = 0; i < left.size(); i++) {
                canvas.line(left.get(i), 0, top + height - (left.size() - i) * leading);
            }
            for (int i = 0; i < right.size(); i++) {
                canvas.line(right.get(i), rightStart, top + height - (right.size() - i) * leading);
            }
            canvas.line(centre, (width - centre.width()) / 2, top + height - leading);
        });
        return List.of(piece.keep());
    }

    List<Piece> paragraph(Paragraph paragraph) {
        FontRole role = paragraph.bold() ? FontRole.BODY_BOLD : FontRole.BODY;
        return setter.wrap(paragraph.text(), role, SIZE, width).stream()
                .map(line -> line(line, paragraph.alignment())).toList();
    }

    List<Piece> section(TextSection section) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(Piece.gap(4).keep());
        setter.wrap(section.heading(), FontRole.HEAD, SIZE, width)
                .forEach(line -> pieces.add(line(line, Alignment.LEFT).keep()));
        pieces.add(Piece.gap(2).keep());
        if (section.body().isBlank()) {
            for (int i = 0; i < section.blankLines(); i++) {
                pieces.add(Piece.of(WRITING_LINE, (canvas, top, first, last) ->
                        canvas.rule(0, top + WRITING_LINE - 3, width, top + WRITING_LINE - 3, 0.4f)));
            }
            return pieces;
        }
        String indent = RenderTexts.text("paragraph.indent");
        section.body().lines().filter(text -> !text.isBlank())
                .flatMap(text -> setter.wrap(indent + text.strip(), FontRole.BODY, SIZE, width).stream())
                .forEach(line -> pieces.add(line(line, Alignment.LEFT)));
        return pieces;
    }

    /** All lines kept together. */
    List<Piece> signature(SignatureBlock block) {
        List<Piece> pieces = new ArrayList<>();
        if (block.isEmpty()) {
            return pieces;
        }
        pieces.add(Piece.gap(10).keep());
        for (int i = 0; i < block.lines().size(); i++) {
            Piece piece = signatureLine(block.lines().get(i));
            pieces.add(i + 1 < block.lines().size() ? piece.keep() : piece);
        }
        return pieces;
    }

    /** Entries spread over the width, the free room shared so that there is space to sign behind each. */
    private Piece signatureLine(List<LabelledText> entries) {
        List<TextLine> lines = entries.stream().map(this::labelled).toList();
        float text = (float) lines.stream().mapToDouble(TextLine::width).sum();
        if (text > width) {
            List<TextLine> wrapped = setter.wrap(String.join(RenderTexts.text("paragraph.indent"),
                    entries.stream().map(ExcelSheet::labelled).toList()), FontRole.BODY, SIZE, width);
            return Piece.of(TextLine.height(wrapped), (canvas, top, first, last) ->
                    canvas.lines(wrapped, 0, top, width, Alignment.LEFT));
        }
        float room = (width - text) / Math.max(1, lines.size());
        return Piece.of(WRITING_LINE, (canvas, top, first, last) -> {
            float x = 0;
            for (TextLine line : lines) {
                canvas.line(line, x, top + (WRITING_LINE - line.leading()) / 2);
                x += line.width() + room;
            }
        });
    }

    private TextLine labelled(LabelledText text) {
        return setter.single(ExcelSheet.labelled(text), FontRole.BODY, SIZE);
    }

    private Piece line(TextLine line, Alignment side) {
        return Piece.of(line.leading() + 1.5f, (canvas, top, first, last) ->
                canvas.lines(List.of(line), 0, top, width, side));
    }
}
