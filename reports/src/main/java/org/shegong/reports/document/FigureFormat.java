package org.shegong.reports.document;

/**
 * How a figure is written.
 *
 * @param percent  true writes a percent sign behind the figure (80 becomes {@code 80.0%})
 * @param decimals fixed decimal places, rounded half up; −1 writes the figure with the places it has
 */
public record FigureFormat(boolean percent, int decimals) {
    /** As many places as the figure has. */
    public static final FigureFormat PLAIN = new FigureFormat(false, -1);

    public FigureFormat {
        if (decimals < -1 || decimals > 10) {
            throw new IllegalArgumentException("decimals " + decimals);
        }
    }

    /** A number with fixed decimal places. */
    public static FigureFormat fixed(int decimals) {
        return new FigureFormat(false, decimals);
    }
}
