package io.assay.assignment.assignment;

import java.util.List;

/** What a request for work brings. */
sealed interface LeaseOutcome {

    /** What the worker may do now; empty for one who holds as many as there may be. */
    record Given(List<Assignment> assignments) implements LeaseOutcome {}

    /** This instance's share has no work for the worker; another's may have. */
    record ShareEmpty() implements LeaseOutcome {}

    /** Why there is none to be had. */
    sealed interface Refused extends LeaseOutcome {}

    /** Has not applied. */
    record NoWorker() implements Refused {}

    /** Applied and not yet activated, or suspended. */
    record NotActive() implements Refused {}

    /** There is none, or it asks for a higher tier. */
    record NoProject() implements Refused {}

    record ProjectPaused() implements Refused {}

    record ProjectClosed() implements Refused {}

    /** What is left of the budget pays for none of the tasks that there are for the worker. */
    record BudgetExhausted(String projectId) implements Refused {}

    record HoldingTooMany(int held, int limit) implements Refused {}

    /** The project's test is to be passed first. */
    record NotQualified(String projectId) implements Refused {}

    /** The project's guideline is to be read first, of which {@code version} is the current. */
    record NotAcknowledged(String projectId, int version) implements Refused {}

    /** This instance's share of the tasks is being rebuilt. */
    record Moving() implements Refused {}

    /** The idempotency key came before with another request. */
    record KeyReused() implements Refused {}

    /** The request with this key is still being worked on. */
    record InProgress() implements Refused {}
}
