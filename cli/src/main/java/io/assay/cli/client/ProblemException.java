package io.assay.cli.client;

/** The platform refused a request; carries its answer (a problem of RFC 9457, as a rule). */
public final class ProblemException extends RuntimeException {

    private static final int SHOWN = 500;

    private final transient Reply reply;

    ProblemException(Call call, Reply reply) {
        super(call.method() + " " + call.path() + ": " + reply.status() + " " + shown(reply));
        this.reply = reply;
    }

    public int status() {
        return reply.status();
    }

    /** The last part of the problem's type; empty if there is none. */
    public String slug() {
        return reply.slug();
    }

    private static String shown(Reply reply) {
        String text = reply.text();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
