package io.assay.load.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A pinned package.
 *
 * @param spec {@code name@version}
 * @param integrity {@code sha512-} and the digest of the archive in base64, as in a lock file
 */
record NpmPackage(String spec, String integrity) {

    /** The file that {@code npm pack} makes of it. */
    String archive() {
        int at = spec.lastIndexOf('@');
        String flat = spec.substring(0, at).replace("@", "").replace('/', '-');
        return flat + "-" + spec.substring(at + 1) + ".tgz";
    }

    String name() {
        return spec.substring(0, spec.lastIndexOf('@'));
    }

    boolean isIn(Path directory) throws IOException {
        Path archive = directory.resolve(archive());
        return Files.exists(archive) && integrity(Files.readAllBytes(archive)).equals(integrity);
    }

    static String integrity(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-512").digest(archive);
            return "sha512-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
