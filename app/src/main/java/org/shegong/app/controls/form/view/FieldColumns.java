package org.shegong.app.controls.form.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Fields in two columns; wide ones take a whole row, hidden ones take no place, narrow panels have one column. */
final class FieldColumns extends Region {
    private static final String WIDE = "wide";
    private static final double COLUMN_GAP = 14;
    private static final double ROW_GAP = 10;
    /** Narrowest column, in times the font's height, that still holds a date or a time beside its unit. */
    private static final double NARROWEST_EMS = 13;
    private double em = 14;

    void add(Node node, boolean wide) {
        node.getProperties().put(WIDE, wide);
        node.managedProperty().addListener((o, before, now) -> requestLayout());
        getChildren().add(node);
    }

    /** Height of the font, which decides how many columns fit. */
    void setEm(double fontHeight) {
        em = fontHeight;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 448;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double place(double width, boolean move) {
        Insets in = getInsets();
        double whole = width - in.getLeft() - in.getRight();
        boolean two = (whole - COLUMN_GAP) / 2 >= NARROWEST_EMS * em;
        double half = two ? Math.floor((whole - COLUMN_GAP) / 2) : whole;
        double y = in.getTop();
        List<Node> row = new ArrayList<>();
        for (Node node : getManagedChildren()) {
            boolean wide = !two || Boolean.TRUE.equals(node.getProperties().get(WIDE));
            if (wide || row.size() == 2) {
                y = placeRow(row, in.getLeft(), y, half, move);
                row.clear();
            }
            if (wide) {
                y = placeRow(List.of(node), in.getLeft(), y, whole, move);
            } else {
                row.add(node);
            }
        }
        y = placeRow(row, in.getLeft(), y, half, move);
        return Math.max(0, y - ROW_GAP) + in.getBottom();
    }

    private double placeRow(List<Node> row, double left, double y, double width, boolean move) {
        if (row.isEmpty()) {
            return y;
        }
        double height = 0;
        for (Node node : row) {
            height = Math.max(height, node.prefHeight(width));
        }
        double x = left;
        for (Node node : row) {
            if (move) {
                node.resizeRelocate(x, y, width, height);
            }
            x += width + COLUMN_GAP;
        }
        return y + Math.ceil(height) + ROW_GAP;
    }
}
