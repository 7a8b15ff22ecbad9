package io.assay.cli.client;

import io.assay.events.Ids;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tokens of a person: a session of the gateway, as the web client gets it, then the authorization
 * code grant with PKCE. Nothing listens at the redirect address; its code is read off the redirect.
 */
record PasswordLogin(Http http, String username, String password) implements TokenSource {

    private static final String CLIENT = "assay-web";
    private static final String REDIRECT = "http://127.0.0.1:49152/signed-in";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Token fetch() {
        String verifier = random();
        String code = code(cookies(), verifier);
        Call call =
                Call.post("/oauth2/token")
                        .form(
                                Map.of(
                                        "grant_type", "authorization_code",
                                        "client_id", CLIENT,
                                        "redirect_uri", REDIRECT,
                                        "code", code,
                                        "code_verifier", verifier));
        return ClientCredentials.token(http.send(call).orThrow(call));
    }

    /** Of a session that begins now. */
    private String cookies() {
        Call call =
                Call.post("/login")
                        .form(Map.of("username", username, "password", password))
                        .header("Assay-Session", "1");
        Reply reply = http.send(call);
        if (reply.status() == 401) {
            throw new IllegalArgumentException("login of " + username + ": refused");
        }
        return reply.orThrow(call).headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private String code(String cookies, String verifier) {
        String path =
                "/oauth2/authorize?response_type=code&client_id=%s&redirect_uri=%s&scope=openid&state=%s&code_challenge=%s&code_challenge_method=S256"
                        .formatted(CLIENT, Call.encode(REDIRECT), random(), challenge(verifier));
        Reply reply = http.send(Call.get(path).header("Cookie", cookies));
        String query =
                reply.header("Location")
                        .filter(target -> target.startsWith(REDIRECT))
                        .map(target -> URI.create(target).getQuery())
                        .orElse("");
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("code=")) {
                return pair.substring("code=".length());
            }
        }
        throw new IllegalStateException(
                "login of %s: /oauth2/authorize answered %d (expected: a code)"
                        .formatted(username, reply.status()));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64Url(bytes);
    }

    private static String challenge(String verifier) {
        return base64Url(Ids.sha256().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
