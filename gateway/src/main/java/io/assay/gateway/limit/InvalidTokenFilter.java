package io.assay.gateway.limit;

import io.assay.web.RevocableJwtDecoder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before tokens are verified: from an address that sent many wrong ones lately, only those
 * are looked at that were found genuine shortly before. So neither signatures nor another issuer's
 * keys are worked for strangers without end.
 */
public final class InvalidTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "bearer ";

    private final RateLimits limits;
    private final RateLimitFilter refusals;
    private final RevocableJwtDecoder decoder;

    InvalidTokenFilter(RateLimits limits, RateLimitFilter refusals, RevocableJwtDecoder decoder) {
        this.limits = limits;
        this.refusals = refusals;
        this.decoder = decoder;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean unknown =
                header != null
                        && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                        && !decoder.isCached(header.substring(BEARER.length()).strip());
        if (!unknown
                || refusals.answer(subject(request), limits.look(subject(request)), response)) {
            chain.doFilter(request, response);
        }
    }

    /** Counts one that was found wrong. */
    public void wrong(HttpServletRequest request) {
        limits.take(subject(request));
    }

    private static Subject subject(HttpServletRequest request) {
        return new Subject(Subject.Kind.INVALID_TOKEN, Addresses.group(request.getRemoteAddr()));
    }
}
