package io.assay.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request, whole, so that it can be sent again unchanged.
 *
 * @param path absolute path with its query, or a whole URL
 * @param headers by name; never the token, which a {@link Session} adds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Call(String method, String path, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), NOTHING);
    }

    public static Call post(String path) {
        return new Call("POST", path, Map.of(), NOTHING);
    }

    public static Call put(String path) {
        return new Call("PUT", path, Map.of(), NOTHING);
    }

    public Call json(Object value) {
        return body("application/json", Json.bytes(value));
    }

    public Call form(Map<String, String> fields) {
        String encoded =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return body("application/x-www-form-urlencoded", encoded.getBytes(StandardCharsets.UTF_8));
    }

    public Call body(String contentType, byte[] bytes) {
        return new Call(method, path, headers, bytes).header("Content-Type", contentType);
    }

    public Call header(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Call(method, path, all, body);
    }

    boolean has(String header) {
        return headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
    }

    /** For a path segment or a query value. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
