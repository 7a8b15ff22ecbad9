package io.assay.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.unit.DataSize;

/**
 * {@code assay.web.*}
 *
 * @param publicPaths ant patterns that may be read (GET) without a token; the controller decides
 *     what it shows
 * @param maxBody of a request
 * @param largeBodies by ant pattern: the limit of paths that take more than {@code maxBody}
 */
@ConfigurationProperties("assay.web")
record WebProperties(
        @DefaultValue List<String> publicPaths,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue Map<String, DataSize> largeBodies) {

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    long maxBytes(String path) {
        return largeBodies.entrySet().stream()
                .filter(entry -> PATHS.match(entry.getKey(), path))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(maxBody)
                .toBytes();
    }
}
