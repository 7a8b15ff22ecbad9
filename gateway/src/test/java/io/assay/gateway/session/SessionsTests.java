package io.assay.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class SessionsTests {

    private final Sessions sessions =
            new Sessions(
                    new SessionProperties(5, 2, Duration.ofHours(12)),
                    new MutableClock(),
                    new SimpleMeterRegistry());

    /** As a server does, it tells the listener of its end. */
    private final class Session extends MockHttpSession {
        @Override
        public void invalidate() {
            sessions.sessionDestroyed(new HttpSessionEvent(this));
            super.invalidate();
        }
    }

    @Test
    void endsAnAccountsOldestOverItsBound() {
        List<Session> opened = open("ada", 3);

        assertThat(opened)
                .extracting(MockHttpSession::isInvalid)
                .containsExactly(true, false, false);
        assertThat(sessions.size()).isEqualTo(2);
    }

    @Test
    void endsTheOldestOfAllOverTheBound() {
        Session first = open("first", 1).getFirst();
        for (String account : List.of("b", "c", "d", "e", "f")) {
            open(account, 1);
        }

        assertThat(first.isInvalid()).isTrue();
        assertThat(sessions.size()).isEqualTo(5);
    }

    @Test
    void endsAllOfAnAccount() {
        List<Session> hers = open("ada", 2);
        Session his = open("bob", 1).getFirst();

        sessions.end("ada");

        assertThat(hers).allMatch(MockHttpSession::isInvalid);
        assertThat(his.isInvalid()).isFalse();
        assertThat(sessions.size()).isOne();
    }

    @Test
    void forgetsWhatEndedByItself() {
        open("ada", 1).getFirst().invalidate();

        assertThat(sessions.size()).isZero();
    }

    private List<Session> open(String account, int count) {
        List<Session> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Session session = new Session();
            sessions.opened(account, session);
            opened.add(session);
        }
        return opened;
    }
}
