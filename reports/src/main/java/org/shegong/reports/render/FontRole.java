package org.shegong.reports.render;

import java.util.List;
import org.shegong.reports.fonts.FontFace;

/** What text is for; decides which fonts are tried for each character, in order. */
enum FontRole {
    BODY(FontFace.SERIF, FontFace.WENKAI, FontFace.SANS),
    BODY_BOLD(FontFace.SERIF_BOLD, FontFace.WENKAI, FontFace.SANS_BOLD),
    HEAD(FontFace.SANS_BOLD, FontFace.WENKAI, FontFace.SERIF_BOLD);

    private final List<FontFace> chain;

    FontRole(FontFace... chain) {
        this.chain = List.of(chain);
    }

    List<FontFace> chain() {
        return chain;
    }
}
