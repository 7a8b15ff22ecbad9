package io.assay.task.project;

import io.assay.messaging.AggregateStore;
import io.assay.messaging.AlreadyExists;
import io.assay.messaging.EventTooLarge;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Creates and changes projects; each change and its event are one write. */
final class ManageProjects {

    /** What came of a request. */
    sealed interface Outcome permits Done, ProjectRefusal {}

    /** The project is as asked. */
    record Done(Versioned<Project> project) implements Outcome {}

    private final AggregateStore<Project> store;
    private final MongoGuidelines guidelines;
    private final GuidelinePictures pictures;
    private final Clock clock;

    ManageProjects(
            AggregateStore<Project> store,
            MongoGuidelines guidelines,
            GuidelinePictures pictures,
            Clock clock) {
        this.store = store;
        this.guidelines = guidelines;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * @param projectId follows from the caller's idempotency key, so that a repeat finds the first
     * @param request fingerprint of what was sent
     */
    Outcome create(String projectId, String requesterId, ProjectSpec spec, String request) {
        return switch (ProjectDecider.create(
                projectId, requesterId, spec, request, clock.instant())) {
            case ProjectDecision.Changed(var project) -> {
                List<FieldProblem> problems = shown(project);
                yield problems.isEmpty() ? insert(project) : new ProjectRefusal.Invalid(problems);
            }
            case ProjectRefusal refusal -> refusal;
            case ProjectDecision.Unchanged _ ->
                    throw new IllegalStateException("a new project has no past");
        };
    }

    Outcome change(Versioned<Project> read, ProjectCommand command) {
        return switch (ProjectDecider.decide(read.state(), command, clock.instant())) {
            case ProjectDecision.Changed(var next) -> {
                List<FieldProblem> problems =
                        next.guidelineVersion() == read.state().guidelineVersion()
                                ? List.of()
                                : shown(next);
                yield problems.isEmpty()
                        ? update(read, next)
                        : new ProjectRefusal.Invalid(problems);
            }
            case ProjectDecision.Unchanged() -> new Done(read);
            case ProjectRefusal refusal -> refusal;
        };
    }

    /** What is wrong with the pictures of its guideline; if nothing is, they can be looked at. */
    private List<FieldProblem> shown(Project project) {
        String guideline = project.spec().guideline();
        List<FieldProblem> problems = pictures.problems(project.requesterId(), guideline);
        if (problems.isEmpty()) {
            pictures.keep(guideline);
        }
        return problems;
    }

    private Outcome insert(Project project) {
        try {
            return new Done(store.insert(project.projectId(), project, List.of(project.changed())));
        } catch (AlreadyExists e) {
            return store.find(project.projectId())
                    .filter(first -> first.state().createdAs().equals(project.createdAs()))
                    .<Outcome>map(Done::new)
                    .orElseGet(ProjectRefusal.OtherUnderSameKey::new);
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
            return new Done(store.update(read, next, List.of(next.changed())));
        } catch (StaleVersion e) {
            return new ProjectRefusal.Stale();
        }
    }

    /** Each of its parts keeps its limit; all together are more than an event can hold. */
    private static Outcome tooLarge(String reason) {
        return new ProjectRefusal.Invalid(List.of(new FieldProblem("", reason)));
    }
}
