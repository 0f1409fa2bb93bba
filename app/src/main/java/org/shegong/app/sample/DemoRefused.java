package org.shegong.app.sample;

import org.shegong.app.session.Opening;

/** The demonstration station cannot be opened. */
public final class DemoRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Opening.Refused refused;

    DemoRefused(Opening.Refused refused) {
        super(refused.messageKey());
        this.refused = refused;
    }

    /** Why. */
    public Opening.Refused refused() {
        return refused;
    }
}
