package io.assay.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over their limit: at once where the length is given, else while they are read; and
 * such as come too slowly.
 */
public final class BodyLimitFilter extends OncePerRequestFilter {

    /** Request attribute: why the body was refused, a {@link Problem}. */
    private static final String REFUSAL = BodyLimitFilter.class.getName();

    private final BodyLimits limits;
    private final ProblemWriter problems;

    BodyLimitFilter(BodyLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * Why the body of this request was refused while it was read; null if it was not. For who hands
     * bodies on, and sees only that this failed.
     */
    public static @Nullable Problem refusal(HttpServletRequest request) {
        return (Problem) request.getAttribute(REFUSAL);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limits.bytesFor(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(response, BodyRefused.largeProblem(limit));
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
                stream =
                        new LimitedStream(
                                super.getInputStream(),
                                limit,
                                new Pace(System::nanoTime),
                                refusal -> getRequest().setAttribute(REFUSAL, refusal));
                body = stream;
            }
            return stream;
        }
    }

    static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final long limit;
        private final Pace pace;
        private final Consumer<Problem> refusals;
        private final byte[] ahead = new byte[1];
        private int held;
        private boolean isEmpty;
        private long read;

        LimitedStream(ServletInputStream in, long limit, Pace pace, Consumer<Problem> refusals) {
            this.in = in;
            this.limit = limit;
            this.pace = pace;
            this.refusals = refusals;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (held > 0 && length > 0) {
                buffer[offset] = ahead[0];
                held = 0;
                return 1;
            }
            return readOn(buffer, offset, length);
        }

        private int readOn(byte[] buffer, int offset, int length) throws IOException {
            pace.waiting();
            int count;
            try {
                count = in.read(buffer, offset, length);
            } catch (SocketTimeoutException e) {
                throw refused(BodyRefused.tooSlow(e));
            }
            pace.moved(count);
            if (count >= 0 && pace.isTooSlow()) {
                throw refused(BodyRefused.tooSlow(null));
            }
            read += Math.max(count, 0);
            if (read > limit) {
                throw refused(BodyRefused.tooLarge(limit));
            }
            return count;
        }

        private BodyRefused refused(BodyRefused refusal) {
            refusals.accept(refusal.problem);
            return refusal;
        }

        /**
         * Before anything was read this waits for the first byte: a body of unknown length may turn
         * out to be empty, and then must not be sent on as one that streams.
         */
        @Override
        public boolean isFinished() {
            if (read == 0 && !isEmpty && !in.isFinished()) {
                try {
                    int count = readOn(ahead, 0, 1);
                    isEmpty = count < 0;
                    held = Math.max(count, 0);
                } catch (IOException e) {
                    return false; // the next read fails too
                }
            }
            return held == 0 && (isEmpty || in.isFinished());
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
