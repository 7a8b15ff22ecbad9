package io.assay.gateway.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A service's answer that has no end of its own, in pieces as they come. To be closed. */
public final class ServiceFeed implements AutoCloseable {

    private static final int BUFFER = 8_192;
    private static final byte[] END = {};

    private final int status;
    private final @Nullable String contentType;
    private final InputStream body;
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(16);
    private final Thread reader;
    private boolean ended;

    ServiceFeed(int status, @Nullable String contentType, InputStream body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.reader = Thread.ofVirtual().name("service-feed").start(this::read);
    }

    public int status() {
        return status;
    }

    public @Nullable String contentType() {
        return contentType;
    }

    /** What came next; null if nothing came for so long. Empty if there is no more. */
    public byte @Nullable [] next(Duration patience) throws InterruptedException {
        if (ended) {
            return END;
        }
        byte[] piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        ended = piece != null && piece.length == 0;
        return piece;
    }

    private void read() {
        try {
            byte[] buffer = new byte[BUFFER];
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                if (got > 0) {
                    pieces.put(Arrays.copyOf(buffer, got));
                }
            }
        } catch (IOException e) {
            // the service has gone, or nobody wants to hear more
        } catch (InterruptedException e) {
            return;
        }
        end();
    }

    private void end() {
        try {
            pieces.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            body.close();
        } catch (IOException e) {
            // it is closed
        }
    }
}
