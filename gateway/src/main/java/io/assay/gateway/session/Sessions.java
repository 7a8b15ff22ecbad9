package io.assay.gateway.session;

import io.assay.gateway.revocation.SubjectSessions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sessions of signed-in browsers. There are no others: nothing that a stranger asks for makes
 * one.
 */
@Component
public class Sessions implements HttpSessionListener, SubjectSessions {

    /** In a request that goes on with a session's token: the session. */
    static final String OF_REQUEST = "assay.session.of-request";

    private static final String OPENED_AT = "assay.openedAt";
    private static final String KEY = "assay.session";

    private record Open(String account, HttpSession session) {}

    private final SessionProperties bounds;
    private final Clock clock;

    /** In the order in which they were opened. */
    private final Map<Long, Open> open = new LinkedHashMap<>();

    private long opened;

    Sessions(SessionProperties bounds, Clock clock, MeterRegistry metrics) {
        this.bounds = bounds;
        this.clock = clock;
        Gauge.builder("assay.gateway.sessions", this, Sessions::size).register(metrics);
    }

    /** Takes note of a session; the oldest ones over a bound end. */
    public void opened(String account, HttpSession session) {
        session.setMaxInactiveInterval((int) bounds.idle().toSeconds());
        session.setAttribute(OPENED_AT, clock.instant());
        List<HttpSession> over = new ArrayList<>();
        synchronized (this) {
            Long key = ++opened;
            session.setAttribute(KEY, key);
            open.put(key, new Open(account, session));
            if (count(account) > bounds.perAccount()) {
                over.add(takeOldest(account));
            }
            if (open.size() > bounds.total()) {
                over.add(takeOldest(null));
            }
        }
        over.forEach(Sessions::invalidate);
    }

    /** Whether the session whose token the request has is open; true for a token without one. */
    public static boolean isOpen(HttpServletRequest request) {
        try {
            return !(request.getAttribute(OF_REQUEST) instanceof HttpSession session)
                    || openedAt(session) != null;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    /** When a session was opened; null for one that nobody signed in to. */
    static @Nullable Instant openedAt(HttpSession session) {
        return (Instant) session.getAttribute(OPENED_AT);
    }

    @Override
    public void end(String account) {
        List<HttpSession> ended = new ArrayList<>();
        synchronized (this) {
            open.values()
                    .removeIf(one -> one.account().equals(account) && ended.add(one.session()));
        }
        ended.forEach(Sessions::invalidate);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Object key = event.getSession().getAttribute(KEY);
        synchronized (this) {
            open.remove(key);
        }
    }

    private long count(String account) {
        return open.values().stream().filter(one -> one.account().equals(account)).count();
    }

    /**
     * @param account null for any
     */
    private HttpSession takeOldest(@Nullable String account) {
        Map.Entry<Long, Open> oldest =
                open.entrySet().stream()
                        .filter(one -> account == null || one.getValue().account().equals(account))
                        .findFirst()
                        .orElseThrow();
        open.remove(oldest.getKey());
        return oldest.getValue().session();
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // it ended by itself meanwhile
        }
    }

    synchronized int size() {
        return open.size();
    }
}
