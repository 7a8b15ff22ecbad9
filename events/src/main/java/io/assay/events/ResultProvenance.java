package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result rests on.
 *
 * @param method name and version of what weighed the labels, such as {@code one-coin/1}
 * @param guidelineVersion newest that the labels were made under, or that a reviewer decided by
 * @param posterior probability of the labels' own answer by that method, 0 to 1; absent without
 *     labels
 * @param labels in the order of their arrival
 * @param reviews in the order of time
 */
public record ResultProvenance(
        String method,
        int guidelineVersion,
        @Nullable Double posterior,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LabelProvenance> labels,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReviewProvenance> reviews) {

    public ResultProvenance {
        labels = Lists.copyOrEmpty(labels);
        reviews = Lists.copyOrEmpty(reviews);
    }
}
