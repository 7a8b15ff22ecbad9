package io.assay.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/**
 * Where to go on after the sign-in form, kept by the browser and not by us: strangers ask for pages
 * as often as they like. Only a request to the authorization endpoint is worth it, and only there
 * does it lead.
 */
@Component
public class ReturnCookie implements RequestCache {

    static final String NAME = "ASSAY_RETURN";

    private static final String PATH = "/oauth2/authorize";
    private static final int MAX_LENGTH = 2_000;
    private static final Duration AGE = Duration.ofMinutes(15);

    private final Cookies cookies;

    ReturnCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        if (request.getMethod().equals("GET")
                && request.getRequestURI().equals(PATH)
                && query != null
                && query.length() <= MAX_LENGTH) {
            String value =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(query.getBytes(StandardCharsets.UTF_8));
            cookies.set(request, response, NAME, value, AGE);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return cookies.value(request, NAME)
                .flatMap(ReturnCookie::query)
                .map(query -> new SimpleSavedRequest(PATH + "?" + query))
                .orElse(null);
    }

    /** A form was posted in between: nothing of the saved request is played back. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (cookies.value(request, NAME).isPresent()) {
            cookies.set(request, response, NAME, "", Duration.ZERO);
        }
    }

    private static Optional<String> query(String value) {
        try {
            String query = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            boolean plain = !query.isEmpty() && query.chars().allMatch(c -> c > ' ' && c < 0x7f);
            return Optional.of(query).filter(q -> plain && q.length() <= MAX_LENGTH);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
