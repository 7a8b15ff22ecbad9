package io.assay.assignment.figure;

import io.assay.events.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long pictures take, by when they were submitted: from the submission before, or from the
 * lease if that was later. What comes together shares the time.
 */
public final class Pace {

    /** Who took longer had a rest. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Nobody looks at a picture for less: a program did. */
    static final Duration SHORTEST = Duration.ofMillis(250);

    /** Closer submissions were sent together. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private static final int MIN_LABELS = 5;

    /**
     * One submission of a worker.
     *
     * @param accepted the verdict; null if there is none yet
     */
    public record Piece(
            String projectId, Instant leasedAt, Instant submittedAt, @Nullable Boolean accepted) {}

    /**
     * What a worker's own labels of a project took and brought.
     *
     * @param picture the median; null if too few are known
     * @param acceptedPercent null if too few have a verdict
     */
    public record Own(@Nullable Duration picture, @Nullable Integer acceptedPercent) {

        public static final Own UNKNOWN = new Own(null, null);

        /** For who is paid this price. */
        public WorkFigures at(Money price) {
            return WorkFigures.of(
                    Optional.ofNullable(picture), Optional.empty(), acceptedPercent, price);
        }
    }

    private Pace() {}

    /**
     * By project, of the last pieces of one worker.
     *
     * @param pieces in any order
     */
    public static Map<String, Own> of(List<Piece> pieces) {
        Map<String, List<Duration>> took = new HashMap<>();
        List<Piece> inOrder =
                pieces.stream().sorted(Comparator.comparing(Piece::submittedAt)).toList();
        Instant before = null;
        int i = 0;
        while (i < inOrder.size()) {
            int end = togetherFrom(inOrder, i);
            List<Piece> together = inOrder.subList(i, end);
            for (Duration each : each(together, before).stream().toList()) {
                together.forEach(
                        piece ->
                                took.computeIfAbsent(piece.projectId(), _ -> new ArrayList<>())
                                        .add(each));
            }
            before = together.getLast().submittedAt();
            i = end;
        }
        Map<String, Own> own = new HashMap<>();
        for (Piece piece : pieces) {
            own.computeIfAbsent(
                    piece.projectId(),
                    id ->
                            new Own(
                                    median(took.getOrDefault(id, List.of())),
                                    acceptedPercent(pieces, id)));
        }
        return own;
    }

    private static int togetherFrom(List<Piece> inOrder, int start) {
        int end = start + 1;
        while (end < inOrder.size()
                && Duration.between(
                                        inOrder.get(end - 1).submittedAt(),
                                        inOrder.get(end).submittedAt())
                                .compareTo(TOGETHER)
                        < 0) {
            end++;
        }
        return end;
    }

    private static Optional<Duration> each(List<Piece> together, @Nullable Instant before) {
        Instant leased =
                together.stream().map(Piece::leasedAt).min(Comparator.naturalOrder()).orElseThrow();
        return each(before, leased, together.getLast().submittedAt(), together.size());
    }

    /**
     * What each of so many took that were submitted together; empty if that tells nothing.
     *
     * @param before the submission before; null if none is known
     * @param leasedAt of the one that was leased first
     */
    static Optional<Duration> each(
            @Nullable Instant before, Instant leasedAt, Instant submittedAt, int together) {
        Instant start = before == null || before.isBefore(leasedAt) ? leasedAt : before;
        Duration each = Duration.between(start, submittedAt).dividedBy(together);
        return each.compareTo(SHORTEST) < 0 || each.compareTo(LONGEST) > 0
                ? Optional.empty()
                : Optional.of(each);
    }

    private static @Nullable Duration median(List<Duration> took) {
        return took.size() < MIN_LABELS
                ? null
                : took.stream().sorted().skip(took.size() / 2).findFirst().orElseThrow();
    }

    private static @Nullable Integer acceptedPercent(List<Piece> pieces, String projectId) {
        List<Boolean> verdicts = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.projectId().equals(projectId) && piece.accepted() != null) {
                verdicts.add(piece.accepted());
            }
        }
        return verdicts.size() < MIN_LABELS
                ? null
                : (int) (100 * verdicts.stream().filter(v -> v).count() / verdicts.size());
    }
}
