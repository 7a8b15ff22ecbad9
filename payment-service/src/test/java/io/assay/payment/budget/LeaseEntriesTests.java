package io.assay.payment.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.AssignmentReturned;
import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.ReturnReason;
import io.assay.events.TaskAssigned;
import io.assay.events.Trial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaseEntriesTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void reservesForWorkAndReleasesIt() {
        assertThat(LeaseEntries.of(assigned(null))).isPresent();
        assertThat(LeaseEntries.of(returned(null))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Trial.class)
    void reservesNothingForATrial(Trial trial) {
        assertThat(LeaseEntries.of(assigned(trial))).isEmpty();
        assertThat(LeaseEntries.of(returned(trial))).isEmpty();
    }

    private static TaskAssigned assigned(@Nullable Trial trial) {
        return new TaskAssigned("t.w", "t", "p", "w", terms(trial), NOW, NOW.plusSeconds(60));
    }

    private static AssignmentReturned returned(@Nullable Trial trial) {
        return new AssignmentReturned(
                "t.w", "t", "p", "w", terms(trial), ReturnReason.SKIPPED, NOW);
    }

    private static LeaseTerms terms(@Nullable Trial trial) {
        return new LeaseTerms(1, new Money(trial == null ? 150 : 0, "INR"), 1, 1_000, 1, trial);
    }
}
