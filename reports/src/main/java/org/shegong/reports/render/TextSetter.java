package org.shegong.reports.render;

import com.lowagie.text.pdf.BaseFont;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets text in lines: picks a font for each character, breaks lines by the Chinese rules (no closing mark at a line's
 * start, no opening mark at its end, words and numbers whole) and notes characters that no font has.
 */
final class TextSetter {
    /** Between two characters it forbids a line break. */
    static final char GLUE = '\u2060';
    private static final float SMALLEST = 0.6f;

    private final PdfFonts fonts;
    private final Set<String> missing;
    private final String notAtStart = RenderTexts.text("line.not.start");
    private final String notAtEnd = RenderTexts.text("line.not.end");
    private final int tickedBox = RenderTexts.text("checked").codePointAt(0);
    private final int emptyBox = RenderTexts.text("unchecked").codePointAt(0);
    private final String tick = RenderTexts.text("check.tick");
    private final int mark = RenderTexts.text("missing.mark").codePointAt(0);

    /** Sets text with these fonts; characters that none has are added to {@code missing}. */
    TextSetter(PdfFonts fonts, Set<String> missing) {
        this.fonts = fonts;
        this.missing = missing;
    }

    /** A character with its font and width; {@code glued} forbids a break before it, {@code ticked} puts a tick on it. */
    private record Glyph(int codePoint, BaseFont font, float width, boolean glued, boolean ticked) {
    }

    /** Lines no wider than the given width (a single character may be); at least one line. */
    List<TextLine> wrap(String text, FontRole role, float size, float width) {
        List<TextLine> lines = new ArrayList<>();
        for (String paragraph : text.split("\r\n|\n|\r", -1)) {
            List<Glyph> glyphs = glyphs(paragraph, role, size);
            int start = 0;
            do {
                int end = lineEnd(glyphs, start, width);
                lines.add(line(glyphs.subList(start, trimmedEnd(glyphs, start, end)), size));
                start = end;
                while (start < glyphs.size() && glyphs.get(start).codePoint() == ' ') {
                    start++;
                }
            } while (start < glyphs.size());
        }
        return lines;
    }

    /** Like {@link #wrap}, but broken before a bracket or into about equal lines, for headings. */
    List<TextLine> balance(String text, FontRole role, float size, float width) {
        List<TextLine> lines = wrap(text, role, size, width);
        if (lines.size() < 2) {
            return lines;
        }
        int bracket = Math.max(text.indexOf('('), text.indexOf('\uFF08'));
        if (lines.size() == 2 && bracket > 0) {
            List<TextLine> parted = List.of(single(text.substring(0, bracket), role, size),
                    single(text.substring(bracket), role, size));
            if (parted.stream().allMatch(line -> line.width() <= width)) {
                return parted;
            }
        }
        float narrow = 0;
        float wide = width;
        while (wide - narrow > size / 4) {
            float middle = (narrow + wide) / 2;
            List<TextLine> tried = wrap(text, role, size, middle);
            if (tried.size() > lines.size() || tried.stream().anyMatch(line -> line.width() > middle + 0.1f)) {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        return wrap(text, role, size, wide);
    }

    /** One line, whatever its width; line feeds become spaces. */
    TextLine single(String text, FontRole role, float size) {
        return line(glyphs(text.replaceAll("[\r\n]+", " "), role, size), size);
    }

    /** One line, set smaller where it is wider than the given width; wrapped when even 60 % of the size is too wide. */
    List<TextLine> shrink(String text, FontRole role, float size, float width) {
        TextLine full = single(text, role, size);
        if (full.width() <= width) {
            return List.of(full);
        }
        float factor = width / full.width() * 0.995f;
        return factor >= SMALLEST ? List.of(single(text, role, size * factor))
                : wrap(text, role, size * SMALLEST, width);
    }

    private List<Glyph> glyphs(String text, FontRole role, float size) {
        List<Glyph> glyphs = new ArrayList<>(text.length());
        boolean glued = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i) == '\t' ? ' ' : text.codePointAt(i);
            if (codePoint == GLUE) {
                glued = true;
            } else if (!isInvisible(codePoint)) {
                glyphs.add(glyph(codePoint, role, size, glued));
                glued = false;
            }
        }
        return glyphs;
    }

    private Glyph glyph(int codePoint, FontRole role, float size, boolean glued) {
        Optional<BaseFont> font = fonts.covering(role, codePoint);
        if (font.isPresent()) {
            return new Glyph(codePoint, font.get(), font.get().getWidthPoint(codePoint, size), glued, false);
        }
        if (codePoint == tickedBox) {
            Glyph box = glyph(emptyBox, role, size, glued);
            return new Glyph(box.codePoint(), box.font(), box.width(), glued, true);
        }
        missing.add(Character.toString(codePoint));
        BaseFont primary = fonts.covering(role, mark).orElseGet(() -> fonts.primary(role));
        return new Glyph(mark, primary, primary.getWidthPoint(mark, size), glued, false);
    }

    /** Control and format characters and variation selectors have no glyph of their own. */
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.FORMAT
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    private int lineEnd(List<Glyph> glyphs, int start, float width) {
        float used = 0;
        int breakAt = -1;
        for (int i = start; i < glyphs.size(); i++) {
            if (i > start && mayBreak(glyphs.get(i - 1), glyphs.get(i))) {
                breakAt = i;
            }
            used += glyphs.get(i).width();
            if (used > width + 0.01f && i > start && glyphs.get(i).codePoint() != ' ') {
                return breakAt > start ? breakAt : i;
            }
        }
        return glyphs.size();
    }

    private boolean mayBreak(Glyph before, Glyph after) {
        if (after.glued() || contains(notAtStart, after.codePoint()) || contains(notAtEnd, before.codePoint())) {
            return false;
        }
        return before.codePoint() == ' ' || before.codePoint() == '-' || before.codePoint() == '/'
                || isWide(before.codePoint()) || isWide(after.codePoint());
    }

    private static boolean contains(String set, int codePoint) {
        return set.indexOf(codePoint) >= 0;
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= 0x2E80 || codePoint >= 0x2460 && codePoint <= 0x27BF || codePoint == 0x2014;
    }

    private static int trimmedEnd(List<Glyph> glyphs, int start, int end) {
        int trimmed = end;
        while (trimmed > start && glyphs.get(trimmed - 1).codePoint() == ' ') {
            trimmed--;
        }
        return trimmed;
    }

    private TextLine line(List<Glyph> glyphs, float size) {
        List<TextLine.Run> runs = new ArrayList<>();
        List<TextLine.Mark> marks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        BaseFont font = null;
        float width = 0;
        for (Glyph glyph : glyphs) {
            if (glyph.font() != font && text.length() > 0) {
                runs.add(new TextLine.Run(font, text.toString()));
                text.setLength(0);
            }
            if (glyph.ticked()) {
                marks.add(tick(width, glyph.width(), size));
            }
            font = glyph.font();
            text.appendCodePoint(glyph.codePoint());
            width += glyph.width();
        }
        if (text.length() > 0) {
            runs.add(new TextLine.Run(font, text.toString()));
        }
        return new TextLine(runs, size, width, 0, marks);
    }

    /** No bundled font has the ticked box, so a tick is printed over an empty one. */
    private TextLine.Mark tick(float x, float boxWidth, float size) {
        BaseFont font = fonts.covering(FontRole.HEAD, tick.codePointAt(0)).orElseGet(() -> fonts.primary(FontRole.HEAD));
        float shift = (boxWidth - font.getWidthPoint(tick, size)) / 2;
        return new TextLine.Mark(x + shift, new TextLine.Run(font, tick));
    }
}
