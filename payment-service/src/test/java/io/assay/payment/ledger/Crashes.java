package io.assay.payment.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ends a process after so many writes, and puts the writes of a batch in any order. */
final class Crashes {

    /** The process is gone. */
    static final class Crash extends RuntimeException {}

    private final Random random;
    private int writesLeft = Integer.MAX_VALUE;

    Crashes(long seed) {
        this.random = new Random(seed);
    }

    void after(int writes) {
        this.writesLeft = writes;
    }

    void never() {
        this.writesLeft = Integer.MAX_VALUE;
    }

    void mayHappen() {
        if (writesLeft-- == 0) {
            throw new Crash();
        }
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
