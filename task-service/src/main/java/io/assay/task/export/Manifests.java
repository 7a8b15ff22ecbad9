package io.assay.task.export;

import io.assay.formats.data.Format;
import io.assay.task.project.MongoGuidelines;
import io.assay.task.project.Project;
import java.time.Clock;
import java.util.List;

/** Tells of an export what holds for all of it. */
final class Manifests {

    private final MongoGuidelines guidelines;
    private final Clock clock;

    Manifests(MongoGuidelines guidelines, Clock clock) {
        this.guidelines = guidelines;
        this.clock = clock;
    }

    Manifest of(
            Project project,
            Format format,
            ExportOptions options,
            ExportCounts.Summary counts,
            WriteExport.Sealed sealed) {
        List<Manifest.GuidelineUsed> used =
                counts.guidelineVersions().keySet().stream()
                        .flatMap(version -> guidelines.find(project, version).stream())
                        .map(g -> new Manifest.GuidelineUsed(g.version(), g.sha256()))
                        .toList();
        return new Manifest(
                project.projectId(),
                project.spec().name(),
                format.wireName(),
                clock.instant(),
                options,
                counts,
                used,
                project.spec().ontology(),
                sealed.files(),
                sealed.sha256OfSums());
    }
}
