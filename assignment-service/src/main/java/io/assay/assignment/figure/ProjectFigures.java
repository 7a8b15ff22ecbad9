package io.assay.assignment.figure;

import io.assay.events.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What labels of a project took and brought, of all workers, the later ones weighing more. Gold and
 * work are counted alike.
 *
 * @param pictures from the submission before, or the lease, to the submission
 * @param verdicts from the submission to its first verdict
 * @param accepted labels
 * @param rejected labels
 * @param workers some whose labels are counted: no more than it takes to know that they are several
 */
public record ProjectFigures(
        Durations pictures, Durations verdicts, int accepted, int rejected, List<String> workers) {

    public static final ProjectFigures NONE =
            new ProjectFigures(Durations.NONE, Durations.NONE, 0, 0, List.of());

    /** Fewer tell of chance, or of one person. */
    static final int MIN_LABELS = 20;

    static final int MIN_WORKERS = 3;

    /** Before what is old counts half. */
    private static final int MAX_LABELS = 4_000;

    public ProjectFigures {
        workers = List.copyOf(workers);
    }

    static ProjectFigures ofPictures(String workerId, Durations pictures) {
        return new ProjectFigures(pictures, Durations.NONE, 0, 0, List.of(workerId));
    }

    static ProjectFigures ofVerdict(Duration after, boolean accepted) {
        return new ProjectFigures(
                Durations.NONE,
                Durations.of(List.of(after)),
                accepted ? 1 : 0,
                accepted ? 0 : 1,
                List.of());
    }

    /** A rejected label was accepted after all. */
    static ProjectFigures ofCorrection() {
        return new ProjectFigures(Durations.NONE, Durations.NONE, 1, -1, List.of());
    }

    ProjectFigures plus(ProjectFigures others) {
        return new ProjectFigures(
                        pictures.plus(others.pictures),
                        verdicts.plus(others.verdicts),
                        accepted + others.accepted,
                        rejected + others.rejected,
                        some(others.workers))
                .aged();
    }

    private List<String> some(List<String> others) {
        TreeSet<String> all = new TreeSet<>(workers);
        all.addAll(others);
        return all.stream().limit(MIN_WORKERS).toList();
    }

    private ProjectFigures aged() {
        boolean many = accepted + rejected > MAX_LABELS;
        return new ProjectFigures(
                pictures.total() > MAX_LABELS ? pictures.halved() : pictures,
                verdicts.total() > MAX_LABELS ? verdicts.halved() : verdicts,
                many ? accepted / 2 : accepted,
                many ? rejected / 2 : rejected,
                workers);
    }

    /** As workers may know them, for who is paid this price. */
    public WorkFigures at(Money price) {
        Integer accepted = acceptedPercent().isPresent() ? acceptedPercent().getAsInt() : null;
        return WorkFigures.of(picture(), verdict(), accepted, price);
    }

    /** What half of the pictures took at most; empty if too little is known. */
    Optional<Duration> picture() {
        return several() && pictures.total() >= MIN_LABELS ? pictures.median() : Optional.empty();
    }

    /** After what time half of the verdicts come. */
    Optional<Duration> verdict() {
        return several() && verdicts.total() >= MIN_LABELS ? verdicts.median() : Optional.empty();
    }

    /** Of 100 labels those that are accepted. */
    OptionalInt acceptedPercent() {
        int all = accepted + rejected;
        return several() && all >= MIN_LABELS
                ? OptionalInt.of(Math.clamp(Math.round(100f * accepted / all), 0, 100))
                : OptionalInt.empty();
    }

    private boolean several() {
        return workers.size() >= MIN_WORKERS;
    }
}
