package io.assay.cli.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tokens of a machine client: the OAuth2 grant {@code client_credentials}. */
record ClientCredentials(Http http, String clientId, String clientSecret) implements TokenSource {

    @Override
    public Token fetch() {
        String basic = Call.encode(clientId) + ":" + Call.encode(clientSecret);
        Call call =
                Call.post("/oauth2/token")
                        .form(Map.of("grant_type", "client_credentials"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        basic.getBytes(StandardCharsets.UTF_8)));
        return token(http.send(call).orThrow(call));
    }

    static Token token(Reply reply) {
        JsonNode answer = reply.as(JsonNode.class);
        return new Token(
                answer.required("access_token").asString(), answer.path("expires_in").asLong(300));
    }
}
