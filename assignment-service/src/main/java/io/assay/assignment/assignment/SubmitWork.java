package io.assay.assignment.assignment;

import io.assay.assignment.assignment.Assignment.Answered;
import io.assay.assignment.assignment.Assignment.Submission;
import io.assay.assignment.assignment.AssignmentDecider.Decision;
import io.assay.assignment.assignment.AssignmentDecider.Decision.Decided;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.figure.KeepFigures;
import io.assay.assignment.project.Projects;
import io.assay.events.Event;
import io.assay.events.ProjectChanged;
import io.assay.events.ReturnReason;
import io.assay.messaging.AggregateStore;
import io.assay.messaging.Change;
import io.assay.messaging.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Applies the commands of a worker to what they hold, one or many at a time: one read, one write.
 * Each command stands for itself, so a refused one keeps none of the others back. A suspended
 * worker, or one of a paused project, may finish what is held: a lease taken is a promise.
 */
final class SubmitWork {

    /** What a worker wants to do with an assignment that they hold. */
    sealed interface Command {

        String assignmentId();

        /** Labels or flags. */
        record Submit(String assignmentId, Submission submission) implements Command {}

        record GiveBack(String assignmentId, ReturnReason reason) implements Command {}

        record Extend(String assignmentId) implements Command {}
    }

    private final AggregateStore<Assignment> assignments;
    private final Projects projects;
    private final Dispatch dispatch;
    private final AssignmentMetrics metrics;
    private final KeepFigures figures;
    private final Clock clock;

    SubmitWork(
            AggregateStore<Assignment> assignments,
            Projects projects,
            Dispatch dispatch,
            AssignmentMetrics metrics,
            KeepFigures figures,
            Clock clock) {
        this.assignments = assignments;
        this.projects = projects;
        this.dispatch = dispatch;
        this.metrics = metrics;
        this.figures = figures;
        this.clock = clock;
    }

    Decision handle(String workerId, Command command) {
        return handle(workerId, List.of(command)).getFirst();
    }

    /** The decisions in the order of the commands. */
    List<Decision> handle(String workerId, List<Command> commands) {
        SortedMap<Integer, Decision> decisions = new TreeMap<>();
        Set<String> open = commands.stream().map(Command::assignmentId).collect(Collectors.toSet());
        while (!open.isEmpty()) {
            open = attempt(workerId, commands, open, decisions);
        }
        return List.copyOf(decisions.values());
    }

    /**
     * Decides on these assignments, and keeps the decisions by the command's place. Returns the ids
     * of what others changed meanwhile.
     */
    private Set<String> attempt(
            String workerId,
            List<Command> commands,
            Set<String> ids,
            Map<Integer, Decision> decisions) {
        Map<String, Versioned<Assignment>> read = assignments.findAll(ids);
        Map<String, Change<Assignment>> changes = new LinkedHashMap<>();
        IntStream.range(0, commands.size())
                .filter(i -> ids.contains(commands.get(i).assignmentId()))
                .forEach(i -> decisions.put(i, decide(workerId, commands.get(i), read, changes)));
        Set<String> stale = assignments.updateAll(List.copyOf(changes.values()));
        changes.keySet().removeAll(stale);
        changes.values().forEach(change -> keep(change.next()));
        count(workerId, changes.values());
        return stale;
    }

    /** What was submitted of work; a tutorial or a test is another pace. */
    private void count(String workerId, Collection<Change<Assignment>> changes) {
        List<Answered> answered = new ArrayList<>();
        for (Change<Assignment> change : changes) {
            if (change.next() instanceof Answered next && next.lease().terms().trial() == null) {
                answered.add(next);
            }
        }
        if (!answered.isEmpty()) {
            figures.submitted(
                    workerId,
                    answered.stream().map(one -> one.lease().projectId()).toList(),
                    answered.stream()
                            .map(one -> one.lease().leasedAt())
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    answered.getLast().submittedAt());
        }
    }

    private Decision decide(
            String workerId,
            Command command,
            Map<String, Versioned<Assignment>> read,
            Map<String, Change<Assignment>> changes) {
        Versioned<Assignment> found = read.get(command.assignmentId());
        if (found == null || !found.state().lease().workerId().equals(workerId)) {
            return new Decision.NotFound();
        }
        Change<Assignment> earlier = changes.get(command.assignmentId());
        Assignment state = earlier == null ? found.state() : earlier.next();
        Decision decision = decide(state, command);
        if (decision instanceof Decided(Assignment next, List<Event> events)) {
            changes.put(
                    command.assignmentId(),
                    new Change<>(found, next, earlier == null ? events : both(earlier, events)));
        }
        return decision;
    }

    private Decision decide(Assignment assignment, Command command) {
        Instant now = clock.instant();
        return switch (command) {
            case Command.Submit(_, Submission.Label label) ->
                    AssignmentDecider.label(assignment, label, project(assignment), now);
            case Command.Submit(_, Submission.Flag flag) ->
                    AssignmentDecider.flag(assignment, flag, now);
            case Command.GiveBack(_, ReturnReason reason) ->
                    AssignmentDecider.giveBack(assignment, reason, now);
            case Command.Extend _ -> AssignmentDecider.extend(assignment, project(assignment), now);
        };
    }

    private ProjectChanged project(Assignment assignment) {
        return projects.find(assignment.lease().projectId()).orElseThrow().facts();
    }

    /** Two commands for one assignment in one request, such as more time and then the answer. */
    private static List<Event> both(Change<Assignment> earlier, List<Event> events) {
        List<Event> both = new ArrayList<>(earlier.events());
        both.addAll(events);
        return both;
    }

    /** The owner of the partition receives the event; if that is this instance, it knows now. */
    private void keep(Assignment next) {
        dispatch.apply(next.forDispatch());
        metrics.moved(next);
    }
}
