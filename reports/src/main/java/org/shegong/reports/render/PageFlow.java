package org.shegong.reports.render;

import java.util.ArrayList;
import java.util.List;

/** Puts pieces on pages: never splits one, keeps together what belongs together, repeats table heads. */
final class PageFlow {
    /** A piece and its distance from the top of the printable area. */
    record Placed(Piece piece, float top) {
    }

    private static final float TOLERANCE = 0.05f;

    private final float height;
    private final List<List<Placed>> pages = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private float used;

    private PageFlow(float height) {
        this.height = height;
    }

    /** The pages that the pieces fill; at least one, possibly empty. */
    static List<List<Placed>> pages(List<Piece> pieces, float height) {
        PageFlow flow = new PageFlow(height);
        for (int i = 0; i < pieces.size(); i++) {
            flow.add(pieces, i);
        }
        if (!flow.page.isEmpty() || flow.pages.isEmpty()) {
            flow.pages.add(flow.page);
        }
        return flow.pages;
    }

    private void add(List<Piece> pieces, int index) {
        Piece piece = pieces.get(index);
        if (piece.painter().isEmpty()) {
            turnPage();
            return;
        }
        if (!page.isEmpty() && used + needed(pieces, index) > height + TOLERANCE) {
            turnPage();
        }
        if (page.isEmpty() && piece.head().isPresent()) {
            place(piece.head().get());
        }
        place(piece);
    }

    /** Height of the piece and all it must stay with; of the piece alone when all together exceed a page. */
    private float needed(List<Piece> pieces, int index) {
        float sum = pieces.get(index).height();
        for (int i = index; i + 1 < pieces.size() && pieces.get(i).keepWithNext(); i++) {
            sum += pieces.get(i + 1).height();
        }
        float head = pieces.get(index).head().map(Piece::height).orElse(0f);
        return sum + head > height ? pieces.get(index).height() : sum;
    }

    private void place(Piece piece) {
        page.add(new Placed(piece, used));
        used += piece.height();
    }

    private void turnPage() {
        if (!page.isEmpty()) {
            pages.add(page);
            page = new ArrayList<>();
            used = 0;
        }
    }
}
