package org.shegong.reports.render;

/** Hears how far a long file is and can stop it. Called on the thread that writes. */
public interface RenderProgress {
    /** Hears nothing and never cancels. */
    RenderProgress NONE = new RenderProgress() {
        @Override
        public void advanced(long rows, long expected) {
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** Rows written so far, of those expected (−1 when unknown). */
    void advanced(long rows, long expected);

    /** True stops the writing: nothing is left of the file and the renderer throws CancellationException. */
    boolean cancelled();
}
