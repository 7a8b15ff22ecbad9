package io.assay.assignment.assignment;

import java.util.List;

/** What a request for work brings. */
sealed interface LeaseOutcome {

    /** What the worker may do now; empty for one who holds as many as there may be. */
    record Given(List<Assignment> assignments) implements LeaseOutcome {}

    /** This instance's share has no work for the worker; another's may have. */
    record ShareEmpty() implements LeaseOutcome {}

    /** Why there is none to be had. */
    sealed interface NotGiven extends LeaseOutcome {}

    /** The policy refuses. */
    record Refused(LeaseRefusal refusal) implements NotGiven {}

    /** Has not applied. */
    record NoWorker() implements NotGiven {}

    /** What is left of the budget pays for none of the tasks that there are for the worker. */
    record BudgetExhausted(String projectId) implements NotGiven {}

    /** This instance's share of the tasks is being rebuilt. */
    record ShareMoving() implements NotGiven {}

    /** The idempotency key came before with another request. */
    record KeyReused() implements NotGiven {}

    /** The request with this key is still being worked on. */
    record InProgress() implements NotGiven {}
}
