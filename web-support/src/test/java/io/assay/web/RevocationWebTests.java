package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** What was revoked is refused at a service, which hears of it from the gateway. */
@WebMvcTest
@Import({ProbeWebApplication.Controller.class, RevocationWebTests.Config.class})
@TestPropertySource(
        properties = {
            "spring.application.name=probe-service",
            "spring.config.import=classpath:assay-web.yml",
            "assay.security.issuer=" + RevocationWebTests.ISSUER,
            "assay.security.audience=assay",
            "assay.security.revocations-every=50ms"
        })
class RevocationWebTests {

    static final String ISSUER = "https://issuer.example";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final RSAKey KEY = key();
    private static final HttpServer GATEWAY = gateway();

    private static volatile String list = "";
    private static volatile int status = 200;

    @Autowired MockMvcTester mvc;
    @Autowired MeterRegistry meters;

    @TestConfiguration(proxyBeanMethods = false)
    static class Config {

        /** By which the tokens are dated, too. */
        @Bean
        @Primary
        Clock machineClock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String base = "http://127.0.0.1:" + GATEWAY.getAddress().getPort();
        registry.add("assay.security.jwk-set-uri", () -> base + "/oauth2/jwks");
        registry.add("assay.security.revocations-uri", () -> base + "/oauth2/revocations");
    }

    @BeforeEach
    void nothingRevoked() {
        status = 200;
        revoke(RevokedTokens.NONE);
        // whom the tests revoke: another's token says nothing of the list before
        String token = token("ada", "assay", Instant.now());
        await().atMost(TIMEOUT).until(() -> statusOf(token) == 200);
    }

    @AfterAll
    static void stop() {
        GATEWAY.stop(0);
    }

    @Test
    void refusesASubjectThatWasSignedOut() {
        String token = token("ada", "assay", Instant.now());
        String other = token("bob", "assay", Instant.now());
        assertThat(statusOf(token)).isEqualTo(200);

        revoke(subject("ada", Instant.now().toEpochMilli()));

        await().atMost(TIMEOUT).until(() -> statusOf(token) == 401);
        assertThat(statusOf(other)).isEqualTo(200);
        assertThat(statusOf(token("ada", "assay", Instant.now().plusSeconds(2)))).isEqualTo(200);
    }

    @Test
    void refusesASubjectForGood() {
        revoke(subject("ada", RevokedTokens.FOR_GOOD));

        await().atMost(TIMEOUT)
                .until(() -> statusOf(token("ada", "assay", Instant.now().plusSeconds(9))) == 401);
    }

    @Test
    void refusesWhatAWithdrawnKeySigned() {
        String token = token("ada", "assay", Instant.now());
        assertThat(statusOf(token)).isEqualTo(200);

        revoke(new RevokedTokens(Set.of(KEY.getKeyID()), Map.of()));

        await().atMost(TIMEOUT).until(() -> statusOf(token) == 401);
    }

    @Test
    void refusesATokenMeantForOthers() {
        assertThat(statusOf(token("ada", "other", Instant.now()))).isEqualTo(401);
    }

    @Test
    void keepsTheLastListWhileTheGatewayFails() {
        String token = token("ada", "assay", Instant.now());
        revoke(subject("ada", Instant.now().toEpochMilli()));
        await().atMost(TIMEOUT).until(() -> statusOf(token) == 401);
        double failuresBefore = failures();

        status = 503;

        await().atMost(TIMEOUT).until(() -> failures() >= failuresBefore + 2);
        assertThat(statusOf(token)).isEqualTo(401);

        status = 200;
        list = "not JSON";
        double before = failures();
        await().atMost(TIMEOUT).until(() -> failures() >= before + 2);
        assertThat(statusOf(token)).isEqualTo(401);
    }

    private double failures() {
        return meters.counter("assay.revocations.failures").count();
    }

    private int statusOf(String token) {
        return mvc.get()
                .uri("/v1/caller")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static void revoke(RevokedTokens revoked) {
        list = JsonMapper.shared().writeValueAsString(revoked);
    }

    private static RevokedTokens subject(String subject, long before) {
        return new RevokedTokens(Set.of(), Map.of(RevokedTokens.name(ISSUER, subject), before));
    }

    private static String token(String subject, String audience, Instant issuedAt) {
        JwtClaimsSet claims =
                JwtClaimsSet.builder()
                        .issuer(ISSUER)
                        .subject(subject)
                        .audience(List.of(audience))
                        .issuedAt(issuedAt)
                        .expiresAt(issuedAt.plusSeconds(3_600))
                        .build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(KEY)))
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer gateway() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/oauth2/jwks",
                    exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
            server.createContext("/oauth2/revocations", exchange -> answer(exchange, status, list));
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(
            com.sun.net.httpserver.HttpExchange exchange, int status, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
