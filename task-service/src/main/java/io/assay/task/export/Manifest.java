package io.assay.task.export;

import io.assay.events.Ontology;
import java.time.Instant;
import java.util.List;

/**
 * The last file of an export: an archive without it is not whole.
 *
 * @param files beside this one
 * @param sha256OfSums of {@code SHA256SUMS}, which holds that of each file
 * @param guidelines those that the results follow
 */
record Manifest(
        String projectId,
        String projectName,
        String format,
        Instant exportedAt,
        ExportOptions options,
        ExportCounts.Summary counts,
        List<GuidelineUsed> guidelines,
        Ontology ontology,
        long files,
        String sha256OfSums) {

    /**
     * @param sha256 of its text
     */
    record GuidelineUsed(int version, String sha256) {}
}
