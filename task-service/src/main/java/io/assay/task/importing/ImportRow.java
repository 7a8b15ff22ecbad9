package io.assay.task.importing;

import io.assay.events.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an import, as sent.
 *
 * @param externalId 1 to 256 characters, unique in the project
 * @param picture {@code picture:SHA256}, name or {@code s3://} address of a picture that the same
 *     caller brought; this or {@code url}
 * @param url https address of a picture on one of the project's allowed hosts
 * @param width in pixels; for a URL, needed if boxes are to be drawn
 * @param height likewise
 * @param complexity 0.1 to 100, 1 (the default) is an ordinary picture; multiplies the price
 * @param priority 0 (the default) to 9, higher first
 * @param minTier 1 to 5, counts if above the project's
 * @param gold the right answer, if this is to measure workers
 * @param training true if a worker may see the right answer afterwards
 * @param preLabel an answer that the worker is shown to correct or, in a verification project,
 *     where every row has one, to judge; if a project's tasks have one its gold should, too, else
 *     workers can tell it from the rest
 * @param workers ids of the only workers who may take it, at most 100; absent means anybody. A task
 *     asks for at most as many labels as it names workers
 */
record ImportRow(
        @Nullable String externalId,
        @Nullable String picture,
        @Nullable String url,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double complexity,
        @Nullable Integer priority,
        @Nullable Integer minTier,
        @Nullable Answer gold,
        @Nullable Boolean training,
        @Nullable Answer preLabel,
        @Nullable List<@Nullable String> workers) {}
