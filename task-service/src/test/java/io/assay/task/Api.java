package io.assay.task;

import io.assay.web.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as its clients do. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    /** An answer with its body as JSON. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String etag() {
            return header("ETag");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The last part of the problem's type. */
        public String problem() {
            return json().path("type").asString("").replace("/problems/", "");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    public Api(int port) {
        this.base = "http://localhost:" + port;
    }

    public Answer get(String path, String token, String... headers) {
        return send(request(path, token, headers).GET());
    }

    public Answer post(String path, String token, String body, String... headers) {
        return send(
                request(path, token, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String token, String body, String... headers) {
        return send(
                request(path, token, headers)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    public Answer upload(byte[] bytes, String token) {
        return send(request("/v1/pictures", token).POST(BodyPublishers.ofByteArray(bytes)));
    }

    public Answer imports(String projectId, String token, byte[] body, String... headers) {
        return send(
                "POST",
                "/v1/projects/" + projectId + "/imports",
                token,
                body,
                concat(headers, "Content-Type", "application/x-ndjson"));
    }

    /** Any body to any path. */
    public Answer send(String method, String path, String token, byte[] body, String... headers) {
        return send(request(path, token, headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    private static String[] concat(String[] headers, String... more) {
        return Stream.concat(Stream.of(headers), Stream.of(more)).toArray(String[]::new);
    }

    public Answer imports(String projectId, String token, String body, String... headers) {
        return imports(projectId, token, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static String requester(String id) {
        return TestTokens.bearer(id, "requester");
    }

    public static String partner(String id) {
        return TestTokens.bearer(id, "partner");
    }

    /** A project's body with one partner, {@code partner1}. */
    public static String project(String name, String tool) {
        return """
        {"name":"%s","ontology":{"tool":"%s","classes":[{"id":"cat","name":"Cat"},{"id":"dog","name":"Dog"}]},\
        "guideline":"Say what it **shows**.","rateCard":{"base":{"minor":150,"currency":"INR"},\
        "tierPermille":{"2":1200}},"overlap":{"min":1,"max":3,"target":0.9},"goldRate":0.1,\
        "tierRule":{"skill":"category","minTier":1},"leaseRule":{"batchSize":10,"seconds":600},\
        "holdDays":7,"budget":{"minor":1000000,"currency":"INR"},"partners":["partner1"],\
        "allowedHosts":["pictures.example.org"]}\
        """
                .formatted(name, tool);
    }

    /** Creates and publishes a project of the requester; returns its id. */
    public String published(String token, String tool) {
        return publishedOf(token, project("Animals", tool));
    }

    /** Likewise, of this description. */
    public String publishedOf(String token, String body) {
        Answer created = post("/v1/projects", token, body);
        String id = created.json().get("id").asString();
        post("/v1/projects/" + id + "/publish", token, "", "If-Match", created.etag());
        return id;
    }

    private HttpRequest.Builder request(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
