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
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over their limit: at once where the length is told, else while they are read; and
 * such as come too slowly.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final WebProperties properties;
    private final ProblemWriter problems;
    private final AntPathMatcher paths = new AntPathMatcher();

    BodyLimitFilter(WebProperties properties, ProblemWriter problems) {
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(
                    response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", tooLarge(limit));
        } else {
            chain.doFilter(new Limited(request, limit), response);
        }
    }

    static String tooLarge(long limit) {
        return "body: too large (expected: at most " + limit + " bytes)";
    }

    private long limit(String path) {
        return properties.largeBodies().entrySet().stream()
                .filter(entry -> paths.match(entry.getKey(), path))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(properties.maxBody())
                .toBytes();
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit, new Pace(System::nanoTime));
        }
    }

    static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final long limit;
        private final Pace pace;
        private long read;

        LimitedStream(ServletInputStream in, long limit, Pace pace) {
            this.in = in;
            this.limit = limit;
            this.pace = pace;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            pace.waiting();
            int count;
            try {
                count = in.read(buffer, offset, length);
            } catch (SocketTimeoutException e) {
                throw new BodyTooSlow(e);
            }
            pace.moved(count);
            if (count >= 0 && pace.isTooSlow()) {
                throw new BodyTooSlow(null);
            }
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
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
