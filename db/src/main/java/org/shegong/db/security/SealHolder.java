package org.shegong.db.security;

/**
 * An account as somebody for whom keys of sealed records can be wrapped.
 *
 * @param account the account
 * @param publicKey 32 bytes; null while the account has none, that is until it signs in for the first time with a
 *     program that knows of them
 */
public record SealHolder(Account account, byte[] publicKey) {
    /** Stands for the recovery sheet among those for whom keys are wrapped. */
    public static final String RECOVERY = "recovery";
}
