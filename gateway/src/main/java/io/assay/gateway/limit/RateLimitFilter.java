package io.assay.gateway.limit;

import io.assay.gateway.limit.Subject.Kind;
import io.assay.web.Problem;
import io.assay.web.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses with 429 and {@code Retry-After} what comes too often. */
public class RateLimitFilter extends OncePerRequestFilter {

    /** Many for each page: a handful of people behind one address may open it at once. */
    private static final String CLIENT_FILES = "/client/";

    private final RateLimits limits;
    private final LoginLimits logins;
    private final ProblemWriter problems;
    private final MeterRegistry metrics;

    RateLimitFilter(
            RateLimits limits, LoginLimits logins, ProblemWriter problems, MeterRegistry metrics) {
        this.limits = limits;
        this.logins = logins;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Subject subject : subjects(request)) {
            if (!admit(subject, response)) {
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Whether the subject may go on; if not, the response is written. */
    boolean admit(Subject subject, HttpServletResponse response) throws IOException {
        return answer(subject, limits.take(subject), response);
    }

    /** Whether there is nothing to wait for; if there is, the response is written. */
    boolean answer(Subject subject, Duration wait, HttpServletResponse response)
            throws IOException {
        if (wait.isZero()) {
            return true;
        }
        String kind = subject.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("assay.gateway.limited", "limit", kind).increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        problems.write(
                response,
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "Too many requests; try again in " + seconds + " s.")
                        .retryAfter(seconds));
        return false;
    }

    /** All whose limits the request counts against; a token does not open more accounts. */
    private List<Subject> subjects(HttpServletRequest request) {
        String address = Addresses.group(request.getRemoteAddr());
        Kind kind = kind(request);
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller instanceof JwtAuthenticationToken) {
            Subject principal = new Subject(Kind.PRINCIPAL, caller.getName());
            return switch (kind) {
                case SIGN_UP -> List.of(principal, new Subject(kind, address));
                case STREAM, PASSWORD -> List.of(principal, new Subject(kind, caller.getName()));
                case PRINCIPAL, ADDRESS, PICTURES, LOGIN, ACCOUNT, DEVICE, TOKEN, INVALID_TOKEN ->
                        List.of(principal);
            };
        }
        return switch (kind) {
            case LOGIN -> List.of(new Subject(kind, address), logins.subject(request));
            case STREAM, PASSWORD -> List.of(new Subject(Kind.ADDRESS, address));
            case PRINCIPAL, ADDRESS, PICTURES, SIGN_UP, ACCOUNT, DEVICE, TOKEN, INVALID_TOKEN ->
                    List.of(new Subject(kind, address));
        };
    }

    private static Kind kind(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean post = request.getMethod().equals("POST");
        if (path.startsWith("/v1/pictures/") || path.startsWith(CLIENT_FILES)) {
            return Kind.PICTURES;
        } else if (path.startsWith("/v1/stream/")) {
            return Kind.STREAM;
        } else if (!post) {
            return Kind.ADDRESS;
        }
        return switch (path) {
            case "/v1/accounts" -> Kind.SIGN_UP;
            case "/v1/account/password", "/v1/account/deletion" -> Kind.PASSWORD;
            case "/login" -> Kind.LOGIN;
            case "/oauth2/token" -> Kind.TOKEN;
            default -> Kind.ADDRESS;
        };
    }
}
