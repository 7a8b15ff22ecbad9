package io.assay.gateway.limit;

/** Whom a limit counts, and by which limit. */
record Subject(Kind kind, String name) {

    /** The limits there are. */
    enum Kind {
        PRINCIPAL,
        ADDRESS,
        PICTURES,
        SIGN_UP,
        LOGIN,
        ACCOUNT,
        DEVICE,
        PASSWORD,
        TOKEN,
        INVALID_TOKEN,
        STREAM
    }
}
