package io.assay.gateway.session;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.revocation.Revocations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a signed-in browser call the API: a request of our own web client, with the cookie of a
 * session and no token, goes on with a token of that session. A request that another site makes the
 * browser send has the cookie, and stays without.
 */
public final class SessionTokenFilter extends OncePerRequestFilter {

    private final SessionTokens tokens;
    private final Revocations revocations;
    private final boolean isIssuer;

    SessionTokenFilter(
            SessionTokens tokens, Revocations revocations, GatewayProperties properties) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.isIssuer = properties.embeddedIssuer();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        String token =
                isIssuer
                                && WebClient.asks(request)
                                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        ? token(session)
                        : null;
        if (token != null) {
            request.setAttribute(Sessions.OF_REQUEST, session);
        }
        chain.doFilter(token == null ? request : new WithToken(request, token), response);
    }

    private @Nullable String token(@Nullable HttpSession session) {
        if (session == null) {
            return null;
        }
        try {
            Authentication person = person(session);
            Instant openedAt = Sessions.openedAt(session);
            if (person == null || openedAt == null) {
                return null;
            }
            if (revocations.endedSince(person.getName(), openedAt)) {
                session.invalidate();
                return null;
            }
            return tokens.of(session, person);
        } catch (IllegalStateException _) {
            // it ended meanwhile
            return null;
        }
    }

    private static @Nullable Authentication person(HttpSession session) {
        Object context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext held ? held.getAuthentication() : null;
    }

    /**
     * The request as if it had come with a token: without cookies, which services have no use for,
     * and without the session, which would get another id with each token that is believed, so that
     * of two requests at once one would fail.
     */
    private static final class WithToken extends HttpServletRequestWrapper {

        private final String value;

        WithToken(HttpServletRequest request, String token) {
            super(request);
            this.value = "Bearer " + token;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isToken(name) ? value : isCookie(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (isToken(name)) {
                return Collections.enumeration(List.of(value));
            }
            return isCookie(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
            names.removeIf(WithToken::isCookie);
            names.add(HttpHeaders.AUTHORIZATION);
            return Collections.enumeration(names);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create ? super.getSession(true) : null;
        }

        private static boolean isToken(String name) {
            return name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION);
        }

        private static boolean isCookie(String name) {
            return name.equalsIgnoreCase(HttpHeaders.COOKIE);
        }
    }
}
