package io.assay.gateway.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs a person in as a browser does: authorization code with PKCE. */
public final class SignIn {

    public static final String REDIRECT = "http://127.0.0.1:40404/signed-in";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rfc-7636-rules";

    private final Api api;
    private final HttpClient browser;

    public SignIn(Api api) {
        this.api = api;
        this.browser = api.browser();
    }

    public String token(String username, String password) {
        HttpResponse<String> response = exchange(code(username, password), VERIFIER);
        return Api.json(response).path("access_token").asString();
    }

    public String code(String username, String password) {
        get(authorizeUri(Map.of()));
        HttpResponse<String> welcome = logIn(username, password);
        HttpResponse<String> redirect = get(location(welcome));
        return parameter(location(redirect), "code");
    }

    public URI authorizeUri(Map<String, String> changes) {
        Map<String, String> parameters =
                new TreeMap<>(
                        Map.of(
                                "response_type", "code",
                                "client_id", "assay-web",
                                "redirect_uri", REDIRECT,
                                "scope", "openid",
                                "state", "s1",
                                "code_challenge", challenge(),
                                "code_challenge_method", "S256"));
        parameters.putAll(changes);
        parameters.values().removeIf(String::isEmpty);
        return api.uri("/oauth2/authorize?" + Api.form(parameters));
    }

    public HttpResponse<String> logIn(String username, String password) {
        Matcher csrf = CSRF.matcher(get(api.uri("/login")).body());
        if (!csrf.find()) {
            throw new IllegalStateException("no CSRF token in the form");
        }
        return post(
                api.uri("/login"),
                Map.of("username", username, "password", password, "_csrf", csrf.group(1)));
    }

    public HttpResponse<String> exchange(String code, String verifier) {
        return post(
                api.uri("/oauth2/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "assay-web",
                        "redirect_uri", REDIRECT,
                        "code", code,
                        "code_verifier", verifier));
    }

    public HttpResponse<String> get(URI uri) {
        return Api.send(
                browser,
                HttpRequest.newBuilder(uri).header("Accept", "text/html").build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> post(URI uri, Map<String, String> form) {
        return Api.send(
                browser,
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Api.form(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    public URI location(HttpResponse<?> response) {
        return response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    }

    public static String parameter(URI uri, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(uri.toString());
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + uri);
        }
        return found.group(1);
    }

    private static String challenge() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String verifier() {
        return VERIFIER;
    }
}
