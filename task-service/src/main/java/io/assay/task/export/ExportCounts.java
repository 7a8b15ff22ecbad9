package io.assay.task.export;

import io.assay.formats.data.Loss;
import io.assay.formats.data.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what becomes of the tasks; written and left out add up to all. */
final class ExportCounts {

    /**
     * What a format cannot say.
     *
     * @param count how many objects or pictures it befalls
     */
    record LossCount(Loss loss, String explanation, long count) {}

    /**
     * @param tasks of the project, as the reader may know them
     * @param written by status
     * @param leftOut by reason; each is listed in {@code missing.ndjson}
     * @param guidelineVersions how many of the written results follow each version
     * @param losses what the format cannot say of what is written
     */
    record Summary(
            long tasks,
            Map<String, Long> written,
            Map<MissingReason, Long> leftOut,
            Map<Integer, Long> guidelineVersions,
            List<LossCount> losses) {}

    private final Map<String, Long> written = new TreeMap<>();
    private final Map<MissingReason, Long> leftOut = new EnumMap<>(MissingReason.class);
    private final Map<Integer, Long> guidelineVersions = new TreeMap<>();
    private final Map<Loss, Long> losses = new EnumMap<>(Loss.class);
    private long tasks;

    void add(ExportedTask choice) {
        tasks++;
        switch (choice) {
            case ExportedTask.Missing missing -> leftOut.merge(missing.why(), 1L, Long::sum);
            case ExportedTask.Written(var labelled, var lost) -> {
                lost.forEach((loss, count) -> losses.merge(loss, (long) count, Long::sum));
                Provenance from = labelled.provenance();
                if (from != null) {
                    written.merge(from.status(), 1L, Long::sum);
                    if (from.guidelineVersion() != null) {
                        guidelineVersions.merge(from.guidelineVersion(), 1L, Long::sum);
                    }
                }
            }
        }
    }

    Summary summary() {
        List<LossCount> counts = new ArrayList<>();
        losses.forEach((loss, n) -> counts.add(new LossCount(loss, loss.explanation(), n)));
        return new Summary(
                tasks,
                new TreeMap<>(written),
                new EnumMap<>(leftOut),
                new TreeMap<>(guidelineVersions),
                counts);
    }
}
