package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTests {

    private long nanos;

    /** A sender who gives so many bytes after so many seconds, again and again. */
    private final class Sender extends ServletInputStream {

        private final int bytes;
        private final int seconds;

        Sender(int bytes, int seconds) {
            this.bytes = bytes;
            this.seconds = seconds;
        }

        @Override
        public int read() {
            throw new AssertionError("read one by one");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (bytes == 0) {
                throw new SocketTimeoutException("silence");
            }
            nanos += TimeUnit.SECONDS.toNanos(seconds);
            return Math.min(bytes, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {}
    }

    private BodyLimitFilter.LimitedStream body(int bytes, int seconds) {
        return new BodyLimitFilter.LimitedStream(
                new Sender(bytes, seconds), Long.MAX_VALUE, new Pace(() -> nanos), _ -> {});
    }

    private static int read(ServletInputStream body, int times) throws IOException {
        byte[] buffer = new byte[65_536];
        int all = 0;
        for (int i = 0; i < times; i++) {
            all += body.read(buffer);
        }
        return all;
    }

    @Test
    void endsABodyThatTrickles() throws IOException {
        ServletInputStream body = body(10, 10);

        assertThat(read(body, 3)).isEqualTo(30);
        assertThatThrownBy(() -> read(body, 1)).isInstanceOf(BodyRefused.class);
    }

    @Test
    void letsASlowConnectionGoOn() throws IOException {
        assertThat(read(body(2_000, 1), 1_000)).isEqualTo(2_000_000);
    }

    @Test
    void doesNotCountWhatWeTakeInBetween() throws IOException {
        ServletInputStream body = body(10, 0);

        for (int i = 0; i < 100; i++) {
            read(body, 1);
            nanos += TimeUnit.HOURS.toNanos(1);
        }

        assertThat(read(body, 1)).isEqualTo(10);
    }

    @Test
    void endsABodyOfWhichNothingMoreComes() {
        assertThatThrownBy(() -> read(body(0, 0), 1)).isInstanceOf(BodyRefused.class);
    }
}
