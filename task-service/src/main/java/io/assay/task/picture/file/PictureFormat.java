package io.assay.task.picture.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The formats that are taken, recognised by their first bytes and never by what the sender
 * declares.
 */
public enum PictureFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    /** Bytes that are needed to decide. */
    public static final int PREFIX = 12;

    private static final byte[] PNG_SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'
    };

    private final String contentType;

    PictureFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<PictureFormat> of(ByteBuffer file) {
        byte[] prefix = new byte[Math.min(PREFIX, file.limit())];
        file.get(0, prefix);
        if (prefix.length >= 3
                && prefix[0] == (byte) 0xFF
                && prefix[1] == (byte) 0xD8
                && prefix[2] == (byte) 0xFF) {
            return Optional.of(JPEG);
        }
        if (prefix.length >= 8 && Arrays.equals(prefix, 0, 8, PNG_SIGNATURE, 0, 8)) {
            return Optional.of(PNG);
        }
        return ascii(prefix, 0, "RIFF") && ascii(prefix, 8, "WEBP")
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    private static boolean ascii(byte[] bytes, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
