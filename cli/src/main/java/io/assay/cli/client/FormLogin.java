package io.assay.cli.client;

import io.assay.events.Ids;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tokens of a person, got as a browser gets them: the authorization code grant with PKCE, through
 * the login form, with cookies. Nothing listens at the redirect address; its code is read off the
 * redirect.
 */
public record FormLogin(Http http, String username, String password) implements TokenSource {

    private static final String CLIENT = "assay-web";
    private static final String REDIRECT = "http://127.0.0.1:49152/signed-in";
    private static final int MAX_REDIRECTS = 10;
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)\\s*=\\s*\"([^\"]*)\"");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Token fetch() {
        String verifier = random();
        String code = new Browser().code(verifier);
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

    /** Hidden inputs of a page, by name. */
    static Map<String, String> hiddenInputs(String html) {
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            Map<String, String> attributes = attributes(inputs.group());
            if ("hidden".equals(attributes.get("type"))) {
                hidden.put(
                        attributes.getOrDefault("name", ""), attributes.getOrDefault("value", ""));
            }
        }
        return hidden;
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, _) -> a));
    }

    /** One login's cookies, and where it stands. */
    private final class Browser {

        private final Map<String, String> cookies = new LinkedHashMap<>();

        String code(String verifier) {
            String state = random();
            String url =
                    "/oauth2/authorize?response_type=code&client_id=%s&redirect_uri=%s&scope=openid&state=%s&code_challenge=%s&code_challenge_method=S256"
                            .formatted(CLIENT, Call.encode(REDIRECT), state, challenge(verifier));
            for (int i = 0; i < MAX_REDIRECTS; i++) {
                Reply reply = visit(Call.get(url).header("Accept", "text/html"));
                String target =
                        reply.status() == 200 && reply.text().contains("_csrf")
                                ? logIn(reply.text())
                                : redirect(reply, url);
                if (target.startsWith(REDIRECT)) {
                    return query(target, "code");
                }
                url = URI.create(url).resolve(target).toString();
            }
            throw new IllegalStateException("login of " + username + ": too many redirects");
        }

        private String logIn(String page) {
            Map<String, String> fields = new LinkedHashMap<>(hiddenInputs(page));
            fields.put("username", username);
            fields.put("password", password);
            Reply reply = visit(Call.post("/login").form(fields).header("Accept", "text/html"));
            String target = redirect(reply, "/login");
            if (target.contains("/login?error")) {
                throw new IllegalArgumentException("login of " + username + ": refused");
            }
            return target;
        }

        private Reply visit(Call call) {
            Call withCookies =
                    cookies.isEmpty()
                            ? call
                            : call.header(
                                    "Cookie",
                                    cookies.entrySet().stream()
                                            .map(c -> c.getKey() + "=" + c.getValue())
                                            .collect(Collectors.joining("; ")));
            Reply reply = http.send(withCookies);
            for (String cookie : reply.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0].strip(), pair.length == 2 ? pair[1].strip() : "");
            }
            return reply;
        }

        private String redirect(Reply reply, String from) {
            return Optional.of(reply)
                    .filter(r -> r.status() / 100 == 3)
                    .flatMap(r -> r.header("Location"))
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "login of %s: %s answered %d (expected: a redirect)"
                                                    .formatted(username, from, reply.status())));
        }

        private String query(String url, String name) {
            for (String pair : URI.create(url).getQuery().split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
            throw new IllegalStateException("login of " + username + ": no " + name + " in answer");
        }
    }
}
