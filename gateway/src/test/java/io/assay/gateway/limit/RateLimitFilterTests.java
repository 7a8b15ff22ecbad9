package io.assay.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.limit.LimitProperties.Limit;
import io.assay.gateway.session.TestCookies;
import io.assay.gateway.signing.TestSigner;
import io.assay.gateway.support.MutableClock;
import io.assay.web.CachingJwtDecoder;
import io.assay.web.ProblemWriter;
import io.assay.web.RevocableJwtDecoder;
import io.assay.web.RevokedTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

class RateLimitFilterTests {

    private final MutableClock clock = new MutableClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RateLimits limits =
            new RateLimits(
                    new LimitProperties(
                            new Limit(3, 60),
                            new Limit(5, 60),
                            new Limit(8, 60),
                            new Limit(2, 6),
                            new Limit(10, 60),
                            new Limit(3, 1),
                            new Limit(2, 1),
                            new Limit(4, 60),
                            new Limit(2, 60),
                            new Limit(2, 60)),
                    clock);
    private final LoginLimits logins =
            new LoginLimits(limits, new Devices(TestSigner.make(), TestCookies.make()));
    private final RateLimitFilter filter =
            new RateLimitFilter(
                    limits, logins, new ProblemWriter(JsonMapper.builder().build()), metrics);

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
    void countsFilesOfTheClientAsPictures() throws Exception {
        assertThat(admitted("GET", "/client/index.js", 10)).isEqualTo(8);
        assertThat(admitted("GET", "/", 10)).isEqualTo(5);
    }

    @Test
    void countsByAddressWithoutAToken() throws Exception {
        assertThat(admitted("POST", "/v1/accounts", 10)).isEqualTo(2);
        assertThat(admitted("POST", "/login", 20)).isEqualTo(3);
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

    @Test
    void countsSignUpsByAddressWithATokenToo() throws Exception {
        signIn("w1");
        assertThat(admitted("POST", "/v1/accounts", 3)).isEqualTo(2);

        signIn("w2");
        assertThat(admitted("POST", "/v1/accounts", 3)).isZero();
    }

    @Test
    void countsStreamsOfAPrincipal() throws Exception {
        signIn("p1");
        assertThat(admitted("GET", "/v1/stream/results", 3)).isEqualTo(2);
        signIn("p2");
        assertThat(admitted("GET", "/v1/stream/results", 3)).isEqualTo(2);
    }

    @Test
    void countsIpv6AddressesOfOneNetworkTogether() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(ask("POST", "/v1/accounts", "2001:db8:1:2::" + i).getStatus())
                    .isEqualTo(200);
        }

        assertThat(ask("POST", "/v1/accounts", "2001:db8:1:2:ffff::1").getStatus()).isEqualTo(429);
        assertThat(ask("POST", "/v1/accounts", "2001:db8:1:3::1").getStatus()).isEqualTo(200);
    }

    @Test
    void countsWrongPasswordsOfAnAccountFromAnywhere() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(logIn("Ada ", "10.0.0." + i, null).getStatus()).isEqualTo(200);
        }

        assertThat(logIn("ada", "10.0.9.9", null).getStatus()).isEqualTo(429);
        assertThat(logIn("bob", "10.0.9.9", null).getStatus()).isEqualTo(200);
    }

    @Test
    void countsNoRightPassword() throws Exception {
        for (int i = 0; i < 20; i++) {
            MockHttpServletRequest request = login("ada", "10.0.1." + i, null);
            MockHttpServletResponse response = new MockHttpServletResponse();
            filter.doFilter(request, response, new MockFilterChain());
            assertThat(response.getStatus()).isEqualTo(200);
            logins.succeeded(request, response);
        }
    }

    /** Whoever tries her name all day, from everywhere, does not keep her out. */
    @Test
    void locksNobodyOutOfABrowserThatTheyUsedBefore() throws Exception {
        MockHttpServletRequest first = login("ada", "10.0.0.1", null);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(first, response, new MockFilterChain());
        logins.succeeded(first, response);
        Cookie known = cookie(response);
        for (int i = 0; i < 50; i++) {
            logIn("ada", "10.0.2." + i, null);
        }

        assertThat(logIn("ada", "10.0.0.1", null).getStatus()).isEqualTo(429);
        assertThat(logIn("ada", "10.0.0.1", known).getStatus()).isEqualTo(200);
        // a stolen browser guesses no further, and it is good for its account alone
        assertThat(logIn("ada", "10.0.0.1", known).getStatus()).isEqualTo(200);
        assertThat(logIn("ada", "10.0.0.1", known).getStatus()).isEqualTo(429);
        for (int i = 0; i < 3; i++) {
            logIn("bob", "10.0.3." + i, known);
        }
        assertThat(logIn("bob", "10.0.3.9", known).getStatus()).isEqualTo(429);
    }

    @Test
    void takesNoForgedDevice() throws Exception {
        for (int i = 0; i < 3; i++) {
            logIn("ada", "10.0.4." + i, null);
        }

        for (String forged : List.of("", "x", "YTpi", "YTowMA", "a".repeat(5_000))) {
            assertThat(logIn("ada", "10.0.4.9", new Cookie("ASSAY_DEVICE", forged)).getStatus())
                    .isEqualTo(429);
        }
    }

    @Test
    void looksAtNoMoreTokensAfterManyWrongOnes() throws Exception {
        AtomicInteger verified = new AtomicInteger();
        CachingJwtDecoder genuine =
                new CachingJwtDecoder(
                        token -> {
                            verified.incrementAndGet();
                            return Jwt.withTokenValue(token)
                                    .header("alg", "RS256")
                                    .subject(token)
                                    .build();
                        },
                        clock);
        InvalidTokenFilter tokens =
                new InvalidTokenFilter(
                        limits, filter, new RevocableJwtDecoder(genuine, () -> RevokedTokens.NONE));
        genuine.decode("known");
        assertThat(bearer(tokens, "new", "10.0.0.1")).isEqualTo(200);

        for (int i = 0; i < 2; i++) {
            MockHttpServletRequest wrong = new MockHttpServletRequest("GET", "/v1/me");
            wrong.setRemoteAddr("10.0.0.1");
            tokens.wrong(wrong);
        }

        assertThat(bearer(tokens, "new", "10.0.0.1")).isEqualTo(429);
        assertThat(bearer(tokens, "known", "10.0.0.1")).isEqualTo(200);
        assertThat(bearer(tokens, "new", "10.0.0.2")).isEqualTo(200);
        clock.pass(Duration.ofSeconds(1));
        assertThat(bearer(tokens, "new", "10.0.0.1")).isEqualTo(200);
    }

    @Test
    void remembersABoundedNumberOfSubjects() {
        for (int i = 0; i < RateLimits.MAX_SUBJECTS + 5_000; i++) {
            limits.take(new Subject(Subject.Kind.ADDRESS, "a" + i));
        }

        assertThat(limits.size()).isLessThanOrEqualTo(RateLimits.MAX_SUBJECTS);
    }

    private static int bearer(InvalidTokenFilter tokens, String token, String address)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/me");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Bearer " + token);
        MockHttpServletResponse response = new MockHttpServletResponse();
        tokens.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private MockHttpServletResponse logIn(String username, String address, @Nullable Cookie device)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(login(username, address, device), response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest login(
            String username, String address, @Nullable Cookie device) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setServletPath("/login");
        request.setRemoteAddr(address);
        request.addParameter("username", username);
        if (device != null) {
            request.setCookies(device);
        }
        return request;
    }

    private static Cookie cookie(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie("ASSAY_DEVICE"));
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
