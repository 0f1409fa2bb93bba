package org.shegong.app.controls.form.view;

import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Where lists and calendars float over the form, inside the scene: a popup window would take the input method away
 * from the text field. At most one thing floats at a time and it never takes the cursor.
 */
final class OverlayLayer extends Pane {
    private static final double GAP = 2;
    private static final double NARROWEST = 240;
    private Region floating;
    private Region anchor;

    OverlayLayer() {
        setPickOnBounds(false);
    }

    /** Floats something under (or, where there is more room, over) the place it belongs to. */
    void show(Region content, Region at) {
        anchor = at;
        if (floating != content) {
            floating = content;
            getChildren().setAll(content);
        }
        requestLayout();
    }

    /** Takes away what floats, if it is this. */
    void hide(Region content) {
        if (floating == content) {
            floating = null;
            anchor = null;
            getChildren().clear();
        }
    }

    boolean isShowing(Region content) {
        return floating == content;
    }

    /** Moves what floats along after the form has scrolled. */
    void follow() {
        if (floating != null) {
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (floating == null || anchor.getScene() == null) {
            return;
        }
        Bounds at = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
        double width = Math.min(getWidth(), Math.max(NARROWEST, Math.max(at.getWidth(), floating.minWidth(-1))));
        double height = floating.prefHeight(width);
        double below = getHeight() - at.getMaxY() - GAP;
        double above = at.getMinY() - GAP;
        boolean under = height <= below || below >= above;
        double shownHeight = Math.min(height, Math.max(under ? below : above, 0));
        double x = Math.max(0, Math.min(at.getMinX(), getWidth() - width));
        double y = under ? at.getMaxY() + GAP : at.getMinY() - GAP - shownHeight;
        floating.resizeRelocate(x, y, width, shownHeight);
    }
}
