package io.assay.docserver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connection strings of document stores, as MongoDB's drivers take them. */
public final class StoreUri {

    private static final Pattern URI =
            Pattern.compile(
                    "(?<start>mongodb(\\+srv)?://(?<login>[^/?@]*@)?[^/?@]+)(/[^?]*)?(?<options>\\?.*)?");

    private StoreUri() {}

    /**
     * The same store with another database. Options stay, and names are still checked against
     * {@code admin} if the URI doesn't say where: a database in the path would move that.
     *
     * @param uri {@code mongodb://[user:password@]host[:port][,…][/database][?options]}
     * @throws IllegalArgumentException if it has another form; the message holds no password
     */
    public static String withDatabase(String uri, String database) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "URI of the document store: unknown form (expected:"
                            + " mongodb://[user:password@]host[:port][/][?options])");
        }
        String options = parts.group("options") == null ? "" : parts.group("options");
        if (parts.group("login") != null && !options.contains("authSource=")) {
            options += (options.isEmpty() ? "?" : "&") + "authSource=admin";
        }
        return parts.group("start") + "/" + database + options;
    }
}
