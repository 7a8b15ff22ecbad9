package io.assay.gateway.apidocs;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.access.Owner;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The services' own OpenAPI documents; one that does not answer is left out. */
@Component
class ServiceDocuments {

    private static final Logger log = LoggerFactory.getLogger(ServiceDocuments.class);

    private final RestClient http;
    private final GatewayProperties.Services services;

    ServiceDocuments(RestClient.Builder http, GatewayProperties properties) {
        this.http = http.build();
        this.services = properties.services();
    }

    /** All at once, as one that is down would hold up the others. */
    List<OpenApiMerge.Part> fetch() {
        List<Callable<Optional<OpenApiMerge.Part>>> fetches =
                Stream.of(Owner.TASK, Owner.ASSIGNMENT, Owner.REVIEW, Owner.PAYMENT)
                        .<Callable<Optional<OpenApiMerge.Part>>>map(owner -> () -> fetch(owner))
                        .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(fetches).stream()
                    .map(future -> future.resultNow())
                    .flatMap(Optional::stream)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Of any instance: they are alike. */
    private Optional<OpenApiMerge.Part> fetch(Owner owner) {
        return bases(owner).stream()
                .map(base -> fetch(owner, base))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<OpenApiMerge.Part> fetch(Owner owner, URI base) {
        try {
            JsonNode document =
                    http.get().uri(base.resolve("/v3/api-docs")).retrieve().body(JsonNode.class);
            return Optional.ofNullable(document)
                    .map(found -> new OpenApiMerge.Part(owner.serviceName(), found));
        } catch (RestClientException e) {
            log.atInfo()
                    .addKeyValue("target", owner.serviceName())
                    .log("a service's API document is left out: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private List<URI> bases(Owner owner) {
        return switch (owner) {
            case TASK -> List.of(services.task());
            case ASSIGNMENT -> services.assignment();
            case REVIEW -> List.of(services.review());
            case PAYMENT -> List.of(services.payment());
            case GATEWAY -> throw new IllegalArgumentException("no document of its own to fetch");
        };
    }
}
