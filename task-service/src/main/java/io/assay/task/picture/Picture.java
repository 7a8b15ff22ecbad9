package io.assay.task.picture;

import io.assay.events.Media;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * That an owner brought a picture. Many owners may have brought the same one, which is kept once.
 *
 * @param id {@code sha256.ownerId}
 * @param sha256 of the bytes as they are kept, clean and upright; of one in a partner's bucket, of
 *     its address there and its version
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

    private static final Pattern FORM = Pattern.compile(REF + "[0-9a-f]{64}");

    /** True if it has the form of a reference; there need not be such a picture. */
    static boolean isRef(String text) {
        return FORM.matcher(text).matches();
    }

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
