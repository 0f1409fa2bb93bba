package org.shegong.app.tasks;

/** How a piece of work tells how far it is and learns that nobody wants it any more. Used by the working thread. */
public interface Progress {
    /**
     * Tells how far the work is.
     *
     * @param done steps done
     * @param total steps in all; 0 when unknown
     * @param what what is being done, in words for people; may be empty
     */
    void report(long done, long total, String what);

    /** True once the person cancelled. */
    boolean isCancelled();

    /**
     * Asked once when everything is done: true when the outcome stands, and cancelling does nothing any more; false when
     * the person cancelled before, so that the work takes back what it did.
     */
    boolean keepsOutcome();

    /**
     * Called before taking back what was done, after {@link #keepsOutcome} said that the person cancelled: until a {@link
     * java.util.concurrent.CancellationException} says that it is taken back, outcome and failures are told again.
     */
    void standsUntilTakenBack();

    /**
     * Ends the work here when the person cancelled; call it wherever nothing is half done.
     *
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    void checkCancelled();
}
