package org.shegong.reports.ledger.read;

/** Carries the reason out of the depth of a reader; {@link LedgerReader} turns it into an outcome. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReadOutcome.Reason reason;

    UnreadableException(ReadOutcome.Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    ReadOutcome.Reason reason() {
        return reason;
    }
}
