package io.assay.task.picture.file;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Lets only as many pictures be unpacked at once as fit into a share of the memory. */
final class DecodingRoom {

    /** What is done with a picture. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private static final int UNIT = 1 << 16;

    private final int units;
    private final Semaphore free;

    DecodingRoom(long bytes) {
        this.units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        this.free = new Semaphore(units, /* fair= */ true);
    }

    long bytes() {
        return (long) units * UNIT;
    }

    /** Waits for its turn; what would never fit waits for all the room. */
    void within(long bytes, Work work) throws IOException {
        int taken = Math.clamp(bytes / UNIT + 1, 1, units);
        free.acquireUninterruptibly(taken);
        try {
            work.run();
        } finally {
            free.release(taken);
        }
    }
}
