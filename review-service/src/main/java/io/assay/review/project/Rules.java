package io.assay.review.project;

import io.assay.events.GoldRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ReviewRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a project's labels are judged by, and what they were judged by before: a label is judged by
 * what held when it was leased, whatever its requester changes since.
 *
 * @param known oldest first, 1 to {@link #MOST}; the first holds also for all before
 */
public record Rules(List<Ruled> known) {

    /** Of more, the two oldest become one that is as good for workers as the better of both. */
    static final int MOST = 20;

    public Rules {
        if (known.isEmpty()) {
            throw new IllegalArgumentException("known: [] (expected: 1 or more)");
        }
        known = List.copyOf(known);
    }

    static Rules of(ProjectChanged event) {
        return new Rules(
                List.of(
                        new Ruled(
                                event.changedAt(),
                                Objects.requireNonNullElse(event.reviewRule(), ReviewRule.DEFAULT),
                                Objects.requireNonNullElse(event.goldRule(), GoldRule.DEFAULT))));
    }

    /** What holds now. */
    Ruled current() {
        return known.getLast();
    }

    /** What held when a label was leased. */
    Ruled at(Instant leasedAt) {
        return known.reversed().stream()
                .filter(ruled -> !ruled.since().isAfter(leasedAt))
                .findFirst()
                .orElse(known.getFirst());
    }

    Rules followedBy(Rules next) {
        if (current().saysLike(next.current())) {
            return this;
        }
        List<Ruled> all = new ArrayList<>(known);
        all.add(next.current());
        if (all.size() > MOST) {
            Ruled oldest = all.removeFirst();
            all.set(0, oldest.mergedWith(all.getFirst()));
        }
        return new Rules(all);
    }
}
