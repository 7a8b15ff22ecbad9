package io.assay.task.importing;

import org.jspecify.annotations.Nullable;

/** Finds where a record ends: at a line feed, but in CSV not inside of quotes (RFC 4180). */
final class RecordScanner {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final boolean csv;
    private State state = State.FIELD_START;
    private boolean afterReturn;
    private boolean ended;
    private int lines;
    private @Nullable String fault;

    private RecordScanner(boolean csv) {
        this.csv = csv;
    }

    static RecordScanner none() {
        return new RecordScanner(false);
    }

    static RecordScanner csv() {
        return new RecordScanner(true);
    }

    void begin() {
        state = State.FIELD_START;
        afterReturn = false;
        ended = false;
        fault = null;
    }

    /** Whether the last scan met the end of the record. */
    boolean ended() {
        return ended;
    }

    /** Line feeds of the last scan. */
    int linesSeen() {
        return lines;
    }

    /** What is wrong with the quotes of the record, if anything. */
    @Nullable String fault() {
        return state == State.QUOTED ? "row: a quote that is not closed" : fault;
    }

    /**
     * Returns where the record ends, or {@code to} if that is further on.
     *
     * @param hopeless the record is too long already: then it ends with its line, lest one stray
     *     quote swallow the file
     */
    int scan(byte[] buffer, int from, int to, boolean hopeless) {
        lines = 0;
        int at = from;
        while (at < to && !ended) {
            byte one = buffer[at++];
            if (one == '\n') {
                lines++;
                ended = !csv || hopeless || state != State.QUOTED;
            }
            if (csv && !ended) {
                step(one);
            }
        }
        return at;
    }

    private void step(byte one) {
        if (afterReturn) {
            fault("row: a carriage return alone (expected: lines that end with LF or CR LF)");
        }
        afterReturn = one == '\r' && state != State.QUOTED;
        if (afterReturn) {
            return;
        }
        state =
                switch (state) {
                    case FIELD_START -> one == '"' ? State.QUOTED : plain(one);
                    case PLAIN -> inPlain(one);
                    case QUOTED -> one == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
                    case QUOTE_IN_QUOTED -> one == '"' ? State.QUOTED : afterQuoted(one);
                };
    }

    private static State plain(byte one) {
        return one == ',' ? State.FIELD_START : State.PLAIN;
    }

    private State inPlain(byte one) {
        if (one == '"') {
            fault("row: a quote inside of a field that is not quoted");
        }
        return plain(one);
    }

    private State afterQuoted(byte one) {
        if (one != ',') {
            fault("row: text after a closing quote");
        }
        return plain(one);
    }

    private void fault(String found) {
        if (fault == null) {
            fault = found;
        }
    }
}
