package io.assay.assignment.dispatch;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * The draws of a secure generator, fetched a block at a time, which makes each some twenty times
 * cheaper. For use under one lock.
 */
public final class BlockRandom implements RandomGenerator {

    private static final int BLOCK = 4_096;

    private final RandomGenerator source;
    private final byte[] bytes = new byte[BLOCK];
    private final ByteBuffer block = ByteBuffer.wrap(bytes, 0, 0);

    public BlockRandom(RandomGenerator source) {
        this.source = source;
    }

    @Override
    public long nextLong() {
        if (!block.hasRemaining()) {
            source.nextBytes(bytes);
            block.clear();
        }
        return block.getLong();
    }
}
