package io.assay.gateway.site;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The sign-in form: one small page, no script. */
@RestController
@Hidden
class LoginController {

    private static final String WRONG =
            "<p class=\"wrong\" role=\"alert\">Username or password is wrong.</p>";

    private final String page;

    LoginController() throws IOException {
        this.page =
                new ClassPathResource("pages/login.html")
                        .getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/login")
    ResponseEntity<String> form(
            CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
        String html =
                page.replace("{{message}}", error == null ? "" : WRONG)
                        .replace("{{csrf-name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
                        .replace("{{csrf-token}}", HtmlUtils.htmlEscape(csrf.getToken()));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
