package io.assay.gateway.session;

import io.assay.gateway.GatewayProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Cookies that no script reads; over TLS, none that is sent without it. */
@Component
public class Cookies {

    private final boolean secure;

    Cookies(GatewayProperties properties) {
        this.secure = properties.publicUrl().startsWith("https:");
    }

    /** The value of the request's first cookie of this name. */
    public Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Sets a cookie; one of no age is deleted. */
    public void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration age) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .path("/login")
                        .httpOnly(true)
                        .secure(secure || request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
