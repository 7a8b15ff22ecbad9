package io.assay.formats.data;

import io.assay.events.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Keeps names of files apart, also where case does not count. Holds 8 bytes of hash for each in a
 * table that is at most three quarters full, so up to 22 bytes a name; what looks the same by its
 * hash gets an ending of its own, even if it is another.
 */
public final class UniqueNames {

    private long[] table = new long[1024];
    private int used;
    private final MessageDigest digest = Ids.sha256();

    /**
     * The name, or one that nobody has.
     *
     * @param stem without what follows the last dot
     * @param identity of what is named, unlike any other's
     */
    public String unique(String stem, String identity) {
        if (add(hash(stem.toLowerCase(Locale.ROOT)))) {
            return stem;
        }
        String own = stem + "-" + HexFormat.of().formatHex(sha256(identity), 0, 8);
        add(hash(own.toLowerCase(Locale.ROOT)));
        return own;
    }

    /**
     * The name of a file, or one with the same ending that nobody has.
     *
     * @param identity of what is named, unlike any other's
     */
    public String uniqueFile(String fileName, String identity) {
        if (add(hash(fileName.toLowerCase(Locale.ROOT)))) {
            return fileName;
        }
        String stem = FileNames.stem(fileName);
        String own = stem + "-" + HexFormat.of().formatHex(sha256(identity), 0, 8);
        add(hash((own + fileName.substring(stem.length())).toLowerCase(Locale.ROOT)));
        return own + fileName.substring(stem.length());
    }

    private boolean add(long hash) {
        if (used * 4L >= table.length * 3L) {
            grow();
        }
        if (!put(table, hash)) {
            return false;
        }
        used++;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = hash;
        return true;
    }

    private long hash(String text) {
        byte[] sum = sha256(text);
        long hash = 0;
        for (int i = 0; i < 8; i++) {
            hash = (hash << 8) | (sum[i] & 0xFF);
        }
        return hash == 0 ? 1 : hash;
    }

    private byte[] sha256(String text) {
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
