package io.assay.gateway.session;

import io.assay.gateway.revocation.Revocations;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose account was signed out everywhere since, by whichever instance. */
public final class EndedSessions extends OncePerRequestFilter {

    private final Revocations revocations;

    public EndedSessions(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            Authentication person = SecurityContextHolder.getContext().getAuthentication();
            Instant openedAt = Sessions.openedAt(session);
            if (person != null
                    && (openedAt == null || revocations.endedSince(person.getName(), openedAt))) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }
}
