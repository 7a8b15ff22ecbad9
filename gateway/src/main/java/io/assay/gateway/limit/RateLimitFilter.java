package io.assay.gateway.limit;

import io.assay.gateway.limit.Subject.Kind;
import io.assay.gateway.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 429 and {@code Retry-After} what comes too often. */
public class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Problems problems;
    private final MeterRegistry metrics;

    RateLimitFilter(RateLimits limits, Problems problems, MeterRegistry metrics) {
        this.limits = limits;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admit(subject(request), response)) {
            chain.doFilter(request, response);
        }
    }

    /** Whether the subject may go on; if not, the response is written. */
    boolean admit(Subject subject, HttpServletResponse response) throws IOException {
        Duration wait = limits.take(subject);
        if (wait.isZero()) {
            return true;
        }
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("assay.gateway.limited", "limit", kind).increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                response,
                Problems.problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests; try again in " + seconds + " s."));
        return false;
    }

    private static Subject subject(HttpServletRequest request) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller instanceof JwtAuthenticationToken
                ? new Subject(Kind.PRINCIPAL, caller.getName())
                : new Subject(anonymousKind(request), request.getRemoteAddr());
    }

    private static Kind anonymousKind(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean post = request.getMethod().equals("POST");
        if (path.startsWith("/v1/pictures/")) {
            return Kind.PICTURES;
        } else if (post && path.equals("/v1/accounts")) {
            return Kind.SIGN_UP;
        } else if (post && path.equals("/login")) {
            return Kind.LOGIN;
        } else if (post && path.equals("/oauth2/token")) {
            return Kind.TOKEN;
        }
        return Kind.ADDRESS;
    }
}
