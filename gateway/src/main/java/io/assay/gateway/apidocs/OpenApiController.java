package io.assay.gateway.apidocs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.assay.gateway.GatewayProperties;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API of all services in one document, made anew at most once a minute. */
@RestController
@Hidden
class OpenApiController {

    private static final String DOCUMENT = "document";

    private final ServiceDocuments services;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json;
    private final ObjectNode frame;
    private final Cache<String, byte[]> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    OpenApiController(
            ServiceDocuments services,
            OpenApiWebMvcResource own,
            JsonMapper json,
            GatewayProperties properties) {
        this.services = services;
        this.own = own;
        this.json = json;
        this.frame = OpenApiFrame.of(json, properties);
    }

    @GetMapping(path = "/v1/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document(HttpServletRequest request) {
        return cache.get(DOCUMENT, _ -> merged(request));
    }

    private byte[] merged(HttpServletRequest request) {
        List<OpenApiMerge.Part> parts = new ArrayList<>();
        parts.add(new OpenApiMerge.Part("gateway", ownDocument(request)));
        parts.addAll(services.fetch());
        return json.writeValueAsBytes(OpenApiMerge.merge(frame, parts));
    }

    private JsonNode ownDocument(HttpServletRequest request) {
        try {
            return json.readTree(own.openapiJson(request, "/v1/openapi", Locale.ENGLISH));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("the gateway's own API document", e);
        }
    }
}
