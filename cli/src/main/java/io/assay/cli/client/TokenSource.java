package io.assay.cli.client;

/** Where access tokens come from. */
@FunctionalInterface
public interface TokenSource {

    /** A fresh token, and how long it holds. */
    Token fetch();

    /**
     * @param seconds that it holds from when it was fetched
     */
    record Token(String value, long seconds) {}
}
