package io.assay.cli.importing;

import io.assay.cli.importing.Imports.Job;
import java.time.Duration;

/** How far a run is, in words and a bar; asks at most once a second. */
final class ProgressLine {

    private static final int WIDTH = 24;
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final ImportRun run;
    private long looked = System.nanoTime();

    ProgressLine(ImportRun run) {
        this.run = run;
    }

    String text() {
        if (System.nanoTime() - looked > POLL_INTERVAL.toNanos()) {
            run.look();
            looked = System.nanoTime();
        }
        return text(run.job(), run.breaks());
    }

    static String text(Job job, int breaks) {
        return bar(job)
                + "%,d rows · %,d rows/s%s · %,d bad%s"
                        .formatted(
                                job.rows(),
                                job.rowsPerSecond(),
                                left(job),
                                job.rejected(),
                                breaks == 0 ? "" : " · %,d breaks".formatted(breaks));
    }

    private static String bar(Job job) {
        Long total = job.totalBytes();
        if (total == null || total == 0) {
            return "";
        }
        double done = Math.min(1, (double) job.nextOffset() / total);
        int filled = (int) Math.round(done * WIDTH);
        return "▕%s%s▏ %3d %% · "
                .formatted(
                        "█".repeat(filled),
                        "·".repeat(WIDTH - filled),
                        (int) Math.floor(done * 100));
    }

    private static String left(Job job) {
        Long seconds = job.secondsLeft();
        return seconds == null || !job.takesRows()
                ? ""
                : " · %d:%02d left".formatted(seconds / 60, seconds % 60);
    }
}
