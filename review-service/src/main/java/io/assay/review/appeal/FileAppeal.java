package io.assay.review.appeal;

import io.assay.events.Verdict;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.Versioned;
import io.assay.review.project.MongoProjects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A worker reads a verdict, and appeals against it. */
class FileAppeal {

    /** What becomes of an appeal. */
    sealed interface Outcome {
        record Filed(Found found) implements Outcome {}

        /** No such verdict of this worker, or none yet. */
        record NotFound() implements Outcome {}

        /** There is nothing to appeal against. */
        record NotRejected() implements Outcome {}

        /** The worker has appealed before, with other words. */
        record AlreadyAppealed() implements Outcome {}

        /** It could be appealed against until then. */
        record TooLate(Instant until) implements Outcome {}
    }

    /**
     * @param until when an appeal may be filed at the latest
     */
    record Found(PublishedVerdict verdict, Optional<Appeal> appeal, Instant until) {}

    private final PublishedVerdicts verdicts;
    private final MongoAppeals appeals;
    private final MongoProjects projects;
    private final AppealMetrics metrics;
    private final Clock clock;

    FileAppeal(
            PublishedVerdicts verdicts,
            MongoAppeals appeals,
            MongoProjects projects,
            AppealMetrics metrics,
            Clock clock) {
        this.verdicts = verdicts;
        this.appeals = appeals;
        this.projects = projects;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Another worker's verdict does not exist here. */
    Optional<Found> find(String assignmentId, String workerId) {
        return verdicts.find(assignmentId)
                .filter(published -> published.submission().workerId().equals(workerId))
                .map(published -> new Found(published, appeal(assignmentId), until(published)));
    }

    /** The same appeal again gets the same outcome, also after its time. */
    Outcome file(String assignmentId, String workerId, String text) {
        Optional<Found> known = find(assignmentId, workerId);
        if (known.isEmpty()) {
            return new Outcome.NotFound();
        }
        Found found = known.get();
        if (found.appeal().isPresent()) {
            return repeated(found, text);
        }
        if (found.verdict().judgement().verdict() == Verdict.ACCEPTED) {
            return new Outcome.NotRejected();
        }
        if (clock.instant().isAfter(found.until())) {
            return new Outcome.TooLate(found.until());
        }
        return file(found, text);
    }

    private Outcome file(Found found, String text) {
        PublishedVerdict against = found.verdict();
        Appeal appeal = Appeal.filed(against, against.projectId(), text, clock.instant());
        try {
            appeals.insert(appeal);
        } catch (AlreadyExists _) {
            Found now = new Found(against, appeal(appeal.assignmentId()), found.until());
            return repeated(now, text);
        }
        metrics.filed();
        return new Outcome.Filed(new Found(against, Optional.of(appeal), found.until()));
    }

    private static Outcome repeated(Found found, String text) {
        boolean same = found.appeal().filter(appeal -> appeal.text().equals(text)).isPresent();
        return same ? new Outcome.Filed(found) : new Outcome.AlreadyAppealed();
    }

    private Optional<Appeal> appeal(String assignmentId) {
        return appeals.find(Appeal.idOf(assignmentId)).map(Versioned::state);
    }

    private Instant until(PublishedVerdict published) {
        Duration window =
                projects.find(published.projectId())
                        .map(project -> project.appealWindow(published.submission().leasedAt()))
                        .orElse(Duration.ZERO);
        return published.at().plus(window);
    }
}
