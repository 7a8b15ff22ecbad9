package io.assay.cli.client;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What came back for one {@link Call}. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, HttpHeaders headers, byte[] body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public <T> T as(Class<T> type) {
        return Json.read(body, type);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /**
     * The last part of the problem's type, such as {@code lease-expired}; empty if there is none.
     */
    public String slug() {
        try {
            String type = as(JsonNode.class).path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        } catch (JacksonException notJson) {
            return "";
        }
    }

    /**
     * Itself.
     *
     * @throws ProblemException unless the status is 2xx
     */
    public Reply orThrow(Call call) {
        if (!isSuccess()) {
            throw new ProblemException(call, this);
        }
        return this;
    }
}
