package io.assay.task.picture.blob;

import io.assay.events.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What bytes are known by. */
public final class ContentHash {

    private static final int CHUNK = 64 * 1024;

    private ContentHash() {}

    /** SHA-256 in 64 hexadecimal digits. */
    public static String of(Path file) throws IOException {
        MessageDigest sha = Ids.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(chunk)) >= 0) {
                sha.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
