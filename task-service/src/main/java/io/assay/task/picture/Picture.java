package io.assay.task.picture;

import io.assay.events.Media;
import java.time.Instant;

/**
 * That an owner uploaded a picture. Many owners may have uploaded the same bytes, which are kept
 * once.
 *
 * @param id {@code sha256.ownerId}
 * @param width in pixels as shown
 * @param height in pixels as shown
 */
public record Picture(
        String id,
        String sha256,
        String ownerId,
        String contentType,
        int width,
        int height,
        long bytes,
        Instant uploadedAt) {

    /** How a reference to an upload starts; the hash follows. */
    public static final String REF = "picture:";

    static String id(String sha256, String ownerId) {
        return sha256 + "." + ownerId;
    }

    public String ref() {
        return REF + sha256;
    }

    public Media media() {
        return new Media("image", ref(), contentType, width, height);
    }
}
