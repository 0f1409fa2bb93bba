package org.shegong.db.journal;

/**
 * The newest entry of one computer's chain at some time.
 *
 * @param device whose chain
 * @param seq number of the entry
 * @param hash as the entry keeps it
 */
public record ChainHead(String device, long seq, String hash) {
}
