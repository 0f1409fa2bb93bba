package org.shegong.reports.render;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shegong.reports.fonts.FontFace;

/** Bundled fonts loaded for PDF when first needed, with the choice of font per character. Not thread-safe. */
final class PdfFonts {
    private final Map<FontFace, BaseFont> loaded = new EnumMap<>(FontFace.class);
    private final Map<FontRole, Map<Integer, Optional<BaseFont>>> chosen = new EnumMap<>(FontRole.class);

    /** The first font of the role's chain that has the character; empty when none has it. */
    Optional<BaseFont> covering(FontRole role, int codePoint) {
        return chosen.computeIfAbsent(role, r -> new HashMap<>()).computeIfAbsent(codePoint, c -> search(role, c));
    }

    /** The first font of the role's chain. */
    BaseFont primary(FontRole role) {
        return load(role.chain().get(0));
    }

    private Optional<BaseFont> search(FontRole role, int codePoint) {
        for (FontFace face : role.chain()) {
            BaseFont font = load(face);
            if (font.charExists(codePoint)) {
                return Optional.of(font);
            }
        }
        return Optional.empty();
    }

    private BaseFont load(FontFace face) {
        return loaded.computeIfAbsent(face, f -> {
            try {
                return BaseFont.createFont(f.fileName(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, f.bytes(), null);
            } catch (DocumentException e) {
                throw new IllegalStateException("font unusable: " + f.fileName(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
