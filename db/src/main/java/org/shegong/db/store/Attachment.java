package org.shegong.db.store;

/**
 * A file kept with a record, without its content.
 *
 * @param id by which an attachment field names it
 * @param name file name as people gave it
 * @param mediaType such as {@code image/jpeg}
 * @param size in bytes
 * @param sha256 of the content, hex
 */
public record Attachment(String id, String name, String mediaType, long size, String sha256) {
    /** True for a picture that can be shown. */
    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
