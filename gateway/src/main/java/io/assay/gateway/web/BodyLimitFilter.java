package io.assay.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 413 a body that says it is too large, and stops reading one that turns out so. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class BodyLimitFilter extends OncePerRequestFilter {

    /** Request attribute: the limit that was exceeded, a {@code Long}. */
    private static final String EXCEEDED = BodyLimitFilter.class.getName();

    private final BodyLimits limits;
    private final Problems problems;

    BodyLimitFilter(BodyLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** The limit that this request's body exceeded, or null if it did not. */
    public static @Nullable Long exceeded(HttpServletRequest request) {
        return (Long) request.getAttribute(EXCEEDED);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limits.bytesFor(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(response, BodyTooLarge.problem(limit));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;
        private @Nullable ServletInputStream body;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream stream = body;
            if (stream == null) {
                stream = new Counted(super.getInputStream(), getRequest()::setAttribute, limit);
                body = stream;
            }
            return stream;
        }
    }

    private interface Note {
        void put(String name, Object value);
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final Note note;
        private final long limit;
        private final byte[] ahead = new byte[1];
        private int held;
        private boolean isEmpty;
        private long read;

        Counted(ServletInputStream body, Note note, long limit) {
            this.body = body;
            this.note = note;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (held > 0 && length > 0) {
                into[offset] = ahead[0];
                held = 0;
                return 1;
            }
            int got = body.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > limit) {
                note.put(EXCEEDED, limit);
                throw new BodyTooLarge(limit);
            }
        }

        /**
         * Before anything was read this waits for the first byte: a body of unknown length may turn
         * out to be empty, and then must not be sent on as one that streams.
         */
        @Override
        public boolean isFinished() {
            if (read == 0 && !isEmpty && !body.isFinished()) {
                try {
                    int got = body.read(ahead, 0, 1);
                    isEmpty = got < 0;
                    held = Math.max(got, 0);
                    count(held);
                } catch (IOException e) {
                    return false; // whoever reads is told
                }
            }
            return held == 0 && (isEmpty || body.isFinished());
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
