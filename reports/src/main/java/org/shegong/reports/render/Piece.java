package org.shegong.reports.render;

import java.util.Optional;

/**
 * Something of fixed height that stands on one page: a line, a table row, a table head.
 *
 * @param height       in points
 * @param keepWithNext true when the next piece must stand on the same page
 * @param head         piece repeated at the top of a page that begins with this one
 * @param group        pieces of one frame share a group; empty for pieces without a frame
 * @param painter      draws it; absent for a forced page break
 */
record Piece(float height, boolean keepWithNext, Optional<Piece> head, Optional<Object> group,
             Optional<Painter> painter) {

    /** Draws a piece whose upper edge is at {@code top}, measured in points from the top of the paper. */
    @FunctionalInterface
    interface Painter {
        /** {@code first} and {@code last} say whether the piece opens or closes its frame on this page. */
        void paint(PdfCanvas canvas, float top, boolean first, boolean last);
    }

    static final Piece BREAK = new Piece(0, false, Optional.empty(), Optional.empty(), Optional.empty());

    static Piece of(float height, Painter painter) {
        return new Piece(height, false, Optional.empty(), Optional.empty(), Optional.of(painter));
    }

    static Piece gap(float height) {
        return of(height, (canvas, top, first, last) -> { });
    }

    Piece keep() {
        return new Piece(height, true, head, group, painter);
    }

    Piece in(Object frame) {
        return new Piece(height, keepWithNext, head, Optional.of(frame), painter);
    }

    Piece under(Piece repeated) {
        return new Piece(height, keepWithNext, Optional.of(repeated), group, painter);
    }
}
