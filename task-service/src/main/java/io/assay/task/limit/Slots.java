package io.assay.task.limit;

import java.util.HashMap;
import java.util.Map;

/** How many requests of a kind are at work at once, in all and of one caller. Thread-safe. */
public final class Slots {

    /** What came of asking for one. */
    public sealed interface Grant {

        /** To be closed when the work is over. */
        record Taken(Slot slot) implements Grant {}

        /** The caller has as many as one may. */
        record CallerFull(int most) implements Grant {}

        /** All are taken, most of them by others. */
        record AllFull() implements Grant {}
    }

    /** One of them. */
    public final class Slot implements AutoCloseable {

        private final String caller;

        private Slot(String caller) {
            this.caller = caller;
        }

        /** To be called once. */
        @Override
        public void close() {
            release(caller);
        }
    }

    private final int most;
    private final int mostEach;

    /** Never holds more callers than there are slots. */
    private final Map<String, Integer> taken = new HashMap<>();

    private int all;

    /**
     * @param most in all
     * @param mostEach of one caller
     */
    public Slots(int most, int mostEach) {
        this.most = most;
        this.mostEach = mostEach;
    }

    /** Never waits. */
    public synchronized Grant take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (own >= mostEach) {
            return new Grant.CallerFull(mostEach);
        }
        if (all >= most) {
            return new Grant.AllFull();
        }
        taken.put(caller, own + 1);
        all++;
        return new Grant.Taken(new Slot(caller));
    }

    private synchronized void release(String caller) {
        taken.computeIfPresent(caller, (_, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
