package io.assay.task.project;

import io.assay.events.ProjectStatus;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.EventTooLarge;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Creates and changes projects; each change and the event that tells of it are one write. */
final class ManageProjects {

    /** What came of a request. */
    sealed interface Outcome {

        record Done(Versioned<Project> project) implements Outcome {}

        /** Changed by another since the caller read it. */
        record Stale() implements Outcome {}

        /** The id stands for a project that was created from other values. */
        record OtherUnderSameKey() implements Outcome {}

        record WrongStatus(ProjectStatus status) implements Outcome {}

        record Frozen(List<String> pointers) implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {}
    }

    private final AggregateStore<Project> store;
    private final MongoGuidelines guidelines;
    private final Clock clock;

    ManageProjects(AggregateStore<Project> store, MongoGuidelines guidelines, Clock clock) {
        this.store = store;
        this.guidelines = guidelines;
        this.clock = clock;
    }

    /**
     * @param projectId follows from the caller's idempotency key, so that a repeat finds the first
     * @param request fingerprint of what was sent
     */
    Outcome create(String projectId, String requesterId, ProjectSpec spec, String request) {
        return switch (ProjectDecider.create(
                projectId, requesterId, spec, request, clock.instant())) {
            case ProjectDecision.Changed(var project) -> insert(project);
            case ProjectDecision.Invalid(var problems) -> new Outcome.Invalid(problems);
            case ProjectDecision.Unchanged _,
                    ProjectDecision.WrongStatus _,
                    ProjectDecision.Frozen _ ->
                    throw new IllegalStateException("a new project has no past");
        };
    }

    Outcome change(Versioned<Project> read, ProjectCommand command) {
        return switch (ProjectDecider.decide(read.state(), command, clock.instant())) {
            case ProjectDecision.Changed(var next) -> update(read, next);
            case ProjectDecision.Unchanged() -> new Outcome.Done(read);
            case ProjectDecision.WrongStatus(var status) -> new Outcome.WrongStatus(status);
            case ProjectDecision.Frozen(var pointers) -> new Outcome.Frozen(pointers);
            case ProjectDecision.Invalid(var problems) -> new Outcome.Invalid(problems);
        };
    }

    private Outcome insert(Project project) {
        try {
            return new Outcome.Done(
                    store.insert(project.projectId(), project, List.of(project.changed())));
        } catch (AlreadyExists e) {
            return store.find(project.projectId())
                    .filter(first -> first.state().createdAs().equals(project.createdAs()))
                    .<Outcome>map(Outcome.Done::new)
                    .orElseGet(Outcome.OtherUnderSameKey::new);
        } catch (EventTooLarge e) {
            return tooLarge(String.valueOf(e.getMessage()));
        }
    }

    private Outcome update(Versioned<Project> read, Project next) {
        Optional<String> tooLarge = store.tooLarge(List.of(next.changed()));
        if (tooLarge.isPresent()) {
            return tooLarge(tooLarge.get());
        }
        if (next.guidelineVersion() != read.state().guidelineVersion()) {
            guidelines.keep(read.state());
        }
        try {
            return new Outcome.Done(store.update(read, next, List.of(next.changed())));
        } catch (StaleVersion e) {
            return new Outcome.Stale();
        }
    }

    /** Each of its parts keeps its limit; all together are more than an event can hold. */
    private static Outcome tooLarge(String reason) {
        return new Outcome.Invalid(List.of(new FieldProblem("", reason)));
    }
}
