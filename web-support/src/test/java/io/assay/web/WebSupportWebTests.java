package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@WebMvcTest
@Import({
    TestTokens.Config.class,
    ProbeWebApplication.Controller.class,
    WebSupportWebTests.KeysAway.class
})
@TestPropertySource(
        properties = {
            "spring.application.name=probe-service",
            "spring.config.import=classpath:assay-web.yml",
            "assay.web.max-body=1KB",
            "assay.web.public-paths=/v1/open"
        })
class WebSupportWebTests {

    @Autowired MockMvcTester mvc;

    private static final String NOT_NOW = "anybody";

    /** Cannot check one token, as if the keys to do so were out of reach. */
    @TestConfiguration(proxyBeanMethods = false)
    static class KeysAway {

        @Bean
        @Primary
        JwtDecoder decoderThatMayFail(@Qualifier("testJwtDecoder") JwtDecoder decoder) {
            return token -> {
                if (token.equals(NOT_NOW)) {
                    throw new JwtException("keys: read timed out");
                }
                return decoder.decode(token);
            };
        }
    }

    @Test
    void tellsAControllerWhoCalls() {
        assertThat(get("/v1/caller", TestTokens.bearer("w1", "worker")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"id\":\"w1\",\"roles\":[\"worker\"]}");
    }

    @Test
    void hashesSubjectsThatAreNoIdsOfOurs() {
        assertThat(get("/v1/caller", TestTokens.bearer("auth0|12/34", "worker")))
                .bodyJson()
                .extractingPath("$.id")
                .asString()
                .matches("[0-9a-f]{32}");
    }

    @Test
    void givesAPagesCursorBackPlain() {
        String ada = TestTokens.bearer("ada", "worker");

        assertThat(get("/v1/pages/p?limit=3&cursor=" + nextOf("/v1/pages/p?limit=2", ada), ada))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0]")
                .isEqualTo("p after a-1");
    }

    @Test
    void refusesACursorThatWasChanged() {
        String ada = TestTokens.bearer("ada", "worker");
        String cursor = nextOf("/v1/pages/p", ada);

        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertBadCursor("/v1/pages/p?cursor=" + changed, ada);
        }
        assertBadCursor("/v1/pages/p?cursor=a-1", ada);
        assertBadCursor("/v1/pages/p?cursor=" + "A".repeat(5_000), ada);
    }

    @Test
    void refusesACursorOfAnotherListOrCaller() {
        String ada = TestTokens.bearer("ada", "worker");
        String cursor = nextOf("/v1/pages/p?state=open", ada);

        assertThat(get("/v1/pages/p?state=open&cursor=" + cursor, ada)).hasStatusOk();
        assertBadCursor("/v1/pages/p?state=closed&cursor=" + cursor, ada);
        assertBadCursor("/v1/pages/q?state=open&cursor=" + cursor, ada);
        assertBadCursor(
                "/v1/pages/p?state=open&cursor=" + cursor, TestTokens.bearer("bob", "worker"));
    }

    private String nextOf(String path, String bearer) {
        try {
            String body = get(path, bearer).getResponse().getContentAsString();
            return JsonMapper.shared().readTree(body).path("next").asString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertBadCursor(String path, String bearer) {
        assertThat(get(path, bearer)).hasStatus(400).bodyText().contains("/problems/bad-cursor");
    }

    @Test
    void refusesACallWithoutAToken() {
        MvcTestResult result = mvc.get().uri("/v1/caller").exchange();

        assertThat(result).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/unauthenticated");
        assertThat(result.getResponse().getHeader(HttpHeaders.WWW_AUTHENTICATE))
                .isEqualTo("Bearer");
    }

    @Test
    void refusesAForgedToken() {
        assertThat(get("/v1/caller", TestTokens.bearer("w1", "worker") + "x")).hasStatus(401);
    }

    @Test
    void namesAParameterThatIsNoNumber() {
        assertThat(get("/v1/list?limit=many", TestTokens.bearer("w1", "worker")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/invalid-request");
    }

    @Test
    void saysThatItCannotCheckATokenNow() {
        MvcTestResult result = get("/v1/caller", "Bearer " + NOT_NOW);

        assertThat(result).hasStatus(503).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result.getResponse().getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }

    @Test
    void refusesATokenWithoutTheRole() {
        MvcTestResult result = get("/v1/ops-only", TestTokens.bearer("w1", "worker"));

        assertThat(result).hasStatus(403).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(get("/v1/ops-only", TestTokens.bearer("o1", "ops"))).hasStatusOk();
    }

    @Test
    void deniesWhateverIsNotOfTheApi() {
        assertThat(get("/elsewhere", TestTokens.bearer("o1", "ops"))).hasStatus(403);
        assertThat(get("/actuator/env", TestTokens.bearer("o1", "ops"))).hasStatus(403);
    }

    @Test
    void letsNobodyCallAPublicPath() {
        assertThat(mvc.get().uri("/v1/open")).hasStatusOk().bodyText().isEqualTo("nobody");
        assertThat(get("/v1/open", TestTokens.bearer("w1"))).bodyText().isEqualTo("w1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                       | malformed-body",
                "[]                                      | malformed-body",
                "{\"name\":\"a\",\"count\":\"1\"}        | malformed-body",
                "{\"name\":\"a\",\"count\":1.5}          | malformed-body",
                "{\"name\":7,\"count\":1}                | malformed-body",
                "{\"name\":\"a\",\"count\":null}         | malformed-body",
                "{\"name\":\"a\",\"count\":1,\"more\":1} | malformed-body",
                "{\"name\":\"a\",\"count\":1}}           | malformed-body",
                "{\"name\":\"a\",\"name\":\"b\",\"count\":1} | malformed-body",
                "{\"name\":\" \",\"count\":1}            | invalid-request",
                "{\"name\":\"a\",\"count\":10}           | invalid-request"
            })
    void refusesBodiesThatAreNotOfTheForm(String body, String slug) {
        MvcTestResult result = post(body.getBytes(StandardCharsets.UTF_8));

        assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + slug);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .isNotBlank()
                .doesNotContain("io.assay");
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] body = "{\"name\":\"aaaa\",\"count\":1}".getBytes(StandardCharsets.UTF_8);
        body[10] = (byte) 0xC3;
        body[11] = (byte) 0x28;

        assertThat(post(body)).hasStatus(400);
    }

    @Test
    void namesTheUnknownField() {
        assertThat(post("{\"name\":\"a\",\"count\":1,\"more\":1}".getBytes(StandardCharsets.UTF_8)))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("unknown field: more");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        byte[] body = "x".repeat(1_025).getBytes(StandardCharsets.UTF_8);

        assertThat(post(body)).hasStatus(413).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(
                        mvc.post()
                                .uri("/v1/stream")
                                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("w1"))
                                .content(body))
                .hasStatus(413);
    }

    @Test
    void tellsThatWhatWasPackedEndsTooEarly() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("rows".getBytes(StandardCharsets.UTF_8));
        }
        MvcTestResult result =
                mvc.post()
                        .uri("/v1/packed")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("w1"))
                        .content(Arrays.copyOf(packed.toByteArray(), packed.size() - 9))
                        .exchange();

        assertThat(result).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/malformed-body");
    }

    @Test
    void derivesTheIdFromCallerAndKey() {
        byte[] body = "{\"name\":\"a\",\"count\":1}".getBytes(StandardCharsets.UTF_8);

        assertThat(created(body, "w1", "k1")).isEqualTo(created(body, "w1", "k1"));
        assertThat(created(body, "w1", "k1")).isNotEqualTo(created(body, "w2", "k1"));
        assertThat(created(body, "w1", "k1")).isNotEqualTo(created(body, "w1", "k2"));
    }

    @Test
    void needsTheVersionThatAChangeWasDecidedOn() {
        assertThat(change(null)).hasStatus(428);
        assertThat(change("\"x\"")).hasStatus(400);
        assertThat(change("\"2\"")).hasStatus(412);
        assertThat(change("\"3\"")).hasStatusOk();
    }

    @Test
    void keepsInternalsOutOfErrors() {
        MvcTestResult result = get("/v1/broken", TestTokens.bearer("w1"));

        assertThat(result).hasStatus(500);
        assertThat(result).bodyText().doesNotContain("secret detail").contains("incident");
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get().uri(path).header(HttpHeaders.AUTHORIZATION, token).exchange();
    }

    private MvcTestResult post(byte[] body) {
        return mvc.post()
                .uri("/v1/things")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("w1", "worker"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String created(byte[] body, String caller, String key) {
        MvcTestResult result =
                mvc.post()
                        .uri("/v1/things")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(caller, "worker"))
                        .header(IdempotencyKey.HEADER, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult change(String ifMatch) {
        var request =
                mvc.put()
                        .uri("/v1/things")
                        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("w1", "worker"));
        if (ifMatch != null) {
            request = request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        return request.exchange();
    }
}
