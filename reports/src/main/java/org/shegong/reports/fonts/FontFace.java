package org.shegong.reports.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bundled font files (TrueType outlines, SIL Open Font License). */
public enum FontFace {
    SANS("NotoSansSC-Regular.ttf"),
    SANS_BOLD("NotoSansSC-Bold.ttf"),
    SERIF("NotoSerifSC-Regular.ttf"),
    SERIF_BOLD("NotoSerifSC-Bold.ttf"),
    /** Covers rare characters of names that the others lack. */
    WENKAI("LXGWWenKai-Regular.ttf");

    private final String fileName;

    FontFace(String fileName) {
        this.fileName = fileName;
    }

    /** Name of the resource in this package. */
    public String fileName() {
        return fileName;
    }

    /** The font file as a stream that the caller closes. */
    public InputStream open() {
        InputStream stream = FontFace.class.getResourceAsStream(fileName);
        if (stream == null) {
            throw new IllegalStateException("font missing from the program: " + fileName);
        }
        return stream;
    }

    /** The whole font file, 10 to 16 MB. */
    public byte[] bytes() {
        try (InputStream stream = open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
