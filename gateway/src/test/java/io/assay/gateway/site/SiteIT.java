package io.assay.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.support.Api;
import io.assay.gateway.support.TestGateway;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SiteIT {

    private final Api api = TestGateway.shared().api();

    @ParameterizedTest
    @CsvSource({
        "/,Every label is assayed",
        "/work/any-project/label,Every label is assayed",
        "/review,Every label is assayed",
        "/sw.js,shell-",
        "/manifest.webmanifest,standalone",
        "/login,Username",
        "/signed-in,You are signed in",
        "/docs/index.html,swagger-ui-bundle.js",
        "/docs/docs.js,assay-web",
        "/docs/oauth2-redirect.html,oauth2-redirect.js",
        "/webjars/swagger-ui/swagger-ui-bundle.js,SwaggerUIBundle",
        "/webjars/swagger-ui/swagger-ui.css,swagger-ui",
        "/webjars/swagger-ui/oauth2-redirect.js,swaggerUIRedirectOauth2",
        "/assets/site.css,--gold",
        "/health,UP"
    })
    void servesItsPages(String path, String text) {
        HttpResponse<String> response = api.get(path, null);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(text);
    }

    @Test
    void leadsToTheDocumentation() {
        HttpResponse<String> response = api.get("/docs", null);

        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/docs/index.html"));
    }

    @Test
    void keepsFilesNamedByTheirContentAndAsksForTheOthers() {
        Matcher script = Pattern.compile("src=\"(/client/[^\"]+\\.js)\"").matcher(page());
        assertThat(script.find()).isTrue();

        assertThat(cacheControl(script.group(1))).contains("immutable");
        assertThat(cacheControl("/")).doesNotContain("immutable");
        assertThat(cacheControl("/sw.js")).contains("no-cache");
        assertThat(
                        api.get(script.group(1), null, "Accept-Encoding", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void allowsNothingThatStandsInThePage() {
        HttpResponse<String> response = api.get("/", null);

        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).doesNotContain("unsafe", "http:", "https:"));
        assertThat(response.body()).doesNotContain("<style", "style=", "onclick");
    }

    private String page() {
        return api.get("/", null).body();
    }

    private String cacheControl(String path) {
        return api.get(path, null).headers().firstValue("Cache-Control").orElse("");
    }

    @Test
    void describesTheWholeApiThoughAServiceIsDown() {
        JsonNode document = Api.json(api.get("/v1/openapi", null));

        assertThat(document.path("paths").propertyNames())
                .contains("/v1/accounts", "/v1/me", "/v1/stream/results", "/v1/projects")
                .doesNotContain("/login", "/v1/openapi");
        assertThat(document.at("/components/schemas/View").isMissingNode()).isFalse();
        assertThat(document.at("/components/schemas/task_service_View").isMissingNode()).isFalse();
        assertThat(
                        document.at(
                                        "/components/securitySchemes/oauth2/flows/authorizationCode/tokenUrl")
                                .asString())
                .endsWith("/oauth2/token");
    }
}
