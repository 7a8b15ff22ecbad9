package io.assay.gateway.web;

import io.assay.web.BodyLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param imports rows of an import, streamed
 * @param picture one uploaded picture; the task-service sets its own, lower limit
 * @param labels a hundred answers at once
 * @param pictures many pictures, as files or an archive, streamed
 * @param other anything else
 */
@ConfigurationProperties("assay.gateway.body")
record BodyLimitProperties(
        @DefaultValue("2049MB") DataSize imports,
        @DefaultValue("64MB") DataSize picture,
        @DefaultValue("8MB") DataSize labels,
        @DefaultValue("2GB") DataSize pictures,
        @DefaultValue("1MB") DataSize other)
        implements BodyLimits {

    @Override
    public long bytesFor(String path) {
        if (path.startsWith("/v1/projects/")
                && (path.endsWith("/imports") || path.endsWith("/rows"))) {
            return imports.toBytes();
        }
        DataSize limit =
                switch (path) {
                    case "/v1/pictures" -> picture;
                    case "/v1/pictures/uploads" -> pictures;
                    case "/v1/labels" -> labels;
                    default -> other;
                };
        return limit.toBytes();
    }
}
