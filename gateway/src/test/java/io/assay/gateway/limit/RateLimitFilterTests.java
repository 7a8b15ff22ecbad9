package io.assay.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.limit.LimitProperties.Limit;
import io.assay.gateway.support.MutableClock;
import io.assay.gateway.web.TestProblems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class RateLimitFilterTests {

    private final MutableClock clock = new MutableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RateLimitFilter filter =
            new RateLimitFilter(
                    new RateLimits(
                            new LimitProperties(
                                    new Limit(3, 60),
                                    new Limit(5, 60),
                                    new Limit(8, 60),
                                    new Limit(2, 6),
                                    new Limit(1, 60),
                                    new Limit(4, 60)),
                            clock),
                    TestProblems.make(),
                    metrics);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void refusesAfterTheBurstAndTellsWhenToComeBack() throws Exception {
        signIn("w1");
        assertThat(admitted("GET", "/v1/leases", 10)).isEqualTo(3);

        MockHttpServletResponse refused = ask("GET", "/v1/leases", "10.0.0.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString()).contains("/problems/too-many-requests");
        assertThat(metrics.counter("assay.gateway.limited", "limit", "principal").count())
                .isEqualTo(8);
    }

    @Test
    void fillsUpAgainAsTimePasses() throws Exception {
        signIn("w1");
        admitted("GET", "/v1/leases", 3);

        clock.pass(Duration.ofSeconds(2));
        assertThat(admitted("GET", "/v1/leases", 10)).isEqualTo(2);

        clock.pass(Duration.ofHours(1));
        assertThat(admitted("GET", "/v1/leases", 10)).isEqualTo(3);
    }

    @Test
    void countsPrincipalsApart() throws Exception {
        signIn("w1");
        admitted("GET", "/v1/leases", 10);

        signIn("w2");
        assertThat(admitted("GET", "/v1/leases", 10)).isEqualTo(3);
    }

    @Test
    void countsByAddressWithoutAToken() throws Exception {
        assertThat(admitted("POST", "/v1/accounts", 10)).isEqualTo(2);
        assertThat(admitted("POST", "/login", 10)).isEqualTo(1);
        assertThat(admitted("POST", "/oauth2/token", 10)).isEqualTo(4);
        assertThat(admitted("GET", "/v1/pictures/abc", 10)).isEqualTo(8);
        assertThat(admitted("GET", "/", 10)).isEqualTo(5);
        assertThat(ask("POST", "/v1/accounts", "10.0.0.2").getStatus()).isEqualTo(200);
    }

    @Test
    void tellsALongWaitInFull() throws Exception {
        admitted("POST", "/v1/accounts", 2);

        assertThat(ask("POST", "/v1/accounts", "10.0.0.1").getHeader("Retry-After"))
                .isEqualTo("10");
    }

    private int admitted(String method, String path, int times)
            throws ServletException, IOException {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += ask(method, path, "10.0.0.1").getStatus() == 200 ? 1 : 0;
        }
        return admitted;
    }

    private MockHttpServletResponse ask(String method, String path, String address)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static void signIn(String id) {
        Jwt token =
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .subject(id)
                        .expiresAt(Instant.MAX)
                        .build();
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(token, List.of(), id));
    }
}
