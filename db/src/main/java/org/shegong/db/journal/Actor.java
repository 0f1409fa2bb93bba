package org.shegong.db.journal;

/**
 * Who writes, and on which computer.
 *
 * @param accountId id of the account
 * @param name name shown in history
 * @param deviceId id of the computer, which names its chain
 */
public record Actor(String accountId, String name, String deviceId) {
}
