package io.assay.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.web.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest
@ContextConfiguration(classes = DeadLetterWebTests.Application.class)
@Import({TestTokens.Config.class, InMemoryStore.class})
@TestPropertySource(
        properties = {
            "spring.main.web-application-type=servlet",
            "spring.application.name=probe-service",
            "spring.config.import=classpath:assay-web.yml"
        })
class DeadLetterWebTests {

    private static final String PATH = "/v1/ops/probe-service/dead-letters";

    @Autowired MockMvcTester mvc;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void showsDeadLettersToOperationsOnly() {
        assertThat(get(PATH, TestTokens.bearer("w1", "worker"))).hasStatus(403);
        assertThat(get(PATH, TestTokens.bearer("o1", "ops"))).hasStatusOk();
        assertThat(get(PATH + "?limit=201", TestTokens.bearer("o1", "ops"))).hasStatus(400);
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get().uri(path).header(HttpHeaders.AUTHORIZATION, token).exchange();
    }
}
