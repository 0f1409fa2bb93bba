package org.shegong.db.journal;

/**
 * What a person did at once: saved a form, imported some ledgers, undid one of these.
 *
 * @param id of the step
 * @param action short code such as {@code save}, {@code import}, {@code undo}
 * @param label what it was, in words for people; holds no personal data beyond what the file holds
 * @param accountName who
 * @param at ISO instant
 * @param entries how many records it touched; 0 when nothing changed and nothing was written
 * @param undoneBy id of the step that took it back; empty when it stands
 */
public record JournalStep(String id, String action, String label, String accountName, String at, int entries,
                          String undoneBy) {
}
