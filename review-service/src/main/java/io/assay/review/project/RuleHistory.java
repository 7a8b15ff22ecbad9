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
 * @param known oldest first, 1 to {@link #MAX_KNOWN}; the first holds also for all before
 */
record RuleHistory(List<DatedRules> known) {

    /** Of more, the two oldest become one that is as good for workers as the better of both. */
    static final int MAX_KNOWN = 20;

    public RuleHistory {
        if (known.isEmpty()) {
            throw new IllegalArgumentException("known: [] (expected: 1 or more)");
        }
        known = List.copyOf(known);
    }

    static RuleHistory of(ProjectChanged event) {
        return new RuleHistory(
                List.of(
                        new DatedRules(
                                event.changedAt(),
                                Objects.requireNonNullElse(event.reviewRule(), ReviewRule.DEFAULT),
                                Objects.requireNonNullElse(event.goldRule(), GoldRule.DEFAULT))));
    }

    /** What holds now. */
    DatedRules current() {
        return known.getLast();
    }

    /** What held when a label was leased. */
    DatedRules at(Instant leasedAt) {
        return known.reversed().stream()
                .filter(ruled -> !ruled.since().isAfter(leasedAt))
                .findFirst()
                .orElse(known.getFirst());
    }

    RuleHistory followedBy(RuleHistory next) {
        if (current().saysLike(next.current())) {
            return this;
        }
        List<DatedRules> all = new ArrayList<>(known);
        all.add(next.current());
        if (all.size() > MAX_KNOWN) {
            DatedRules oldest = all.removeFirst();
            all.set(0, oldest.mergedWith(all.getFirst()));
        }
        return new RuleHistory(all);
    }
}
