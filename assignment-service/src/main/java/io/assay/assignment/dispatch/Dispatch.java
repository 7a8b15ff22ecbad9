package io.assay.assignment.dispatch;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All that this instance may hand out: the open tasks of the partitions it owns.
 *
 * <p>State per task is a set of workers and how it stands with each, never a counter, so an event
 * may be applied any number of times. What concerns a partition that is not owned, or a task that
 * is not open, is passed over. Thread-safe: one lock, held for microseconds.
 */
public final class Dispatch {

    /** By id: a task is its own key. */
    private final Map<TaskId, Task> tasks = new HashMap<>();

    private final TaskIds ids = new TaskIds();
    private final Map<String, ProjectQueue> projects = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();

    /** Of the owned, those of which not all is known yet. */
    private final Set<Integer> restoring = new HashSet<>();

    private final LiveLeases leases = new LiveLeases();
    private final FairShare fairShare = new FairShare();

    private final NameSets.Capacity capacityForNames = new NameSets.Capacity();
    private long withheld;

    /** Workers who asked for whatever there is, and went away with nothing. */
    private final RecentRequesters unserved = new RecentRequesters();

    /** Takes over partitions, whose tasks are restored next. */
    public synchronized void adopt(Collection<Integer> partitions) {
        drop(partitions);
        owned.addAll(partitions);
        restoring.addAll(partitions);
    }

    /**
     * Adds a part of what the store has of adopted partitions, in any order; {@link #restored} ends
     * it.
     *
     * @param assignments of these tasks, and live leases of tasks that are no longer open
     */
    public synchronized void restore(
            Collection<OpenTask> open, Collection<KnownAssignment> assignments) {
        open.forEach(this::open);
        for (KnownAssignment one : assignments) {
            apply(one);
            if (one.status() == Status.LEASED && find(one.taskId()) == null) {
                hold(one);
            }
        }
    }

    /** All is known: it is put in order of age, and served. */
    public synchronized void restored() {
        projects.values().forEach(ProjectQueue::sortByAge);
        restoring.clear();
    }

    /** Stops to serve the partitions and forgets all about them. */
    public synchronized void drop(Collection<Integer> partitions) {
        owned.removeAll(partitions);
        restoring.removeAll(partitions);
        tasks.values()
                .removeIf(
                        task -> {
                            boolean drop = partitions.contains(task.partition());
                            if (drop) {
                                task.project.remove(task);
                            }
                            return drop;
                        });
        leases.drop(partitions);
    }

    /** The partitions that it serves, each from the moment on when all of it is known. */
    public synchronized Set<Integer> owned() {
        Set<Integer> served = new HashSet<>(owned);
        served.removeAll(restoring);
        return served;
    }

    /** Sets how many labels the project's rule asks for on each task; 0 hands out none. */
    public synchronized void want(String projectId, int labels) {
        ProjectQueue project = project(projectId);
        if (project.want(labels)) {
            tasks.values().stream()
                    .filter(task -> task.project == project)
                    .sorted(Task.BY_AGE)
                    .forEach(project::settle);
        }
    }

    /** Tasks are opened oldest first; that is their order of age. */
    public synchronized void open(OpenTask open) {
        if (owned.contains(open.partition()) && find(open.taskId()) == null) {
            ProjectQueue project = project(open.projectId());
            boolean room = ids.hasRoomFor(open.taskId());
            NameSet names = room ? project.names(open.allowedWorkers()) : null;
            if (names == null) {
                withheld++;
                return;
            }
            TaskId id = ids.remember(open.taskId());
            Task task = new Task(id, open, project, names);
            tasks.put(task, task);
            task.project.add(task);
        }
    }

    /**
     * Tasks that were not opened so far, as there was no room for the workers that they name, or
     * for ids that are not ours: they are when the share is rebuilt with less in it.
     */
    public synchronized long withheld() {
        return withheld;
    }

    /** Raises the labels asked for; a lower number changes nothing. */
    public synchronized void raise(String taskId, int wanted) {
        with(
                taskId,
                task -> {
                    task.raise(wanted);
                    task.project.settle(task);
                });
    }

    /** Hands the task out no more. Its leases stay, and run out in their time. */
    public synchronized void close(String taskId) {
        Task task = tasks.remove(TaskIds.of(taskId));
        if (task != null) {
            task.project.remove(task);
        }
    }

    /** Hands out no more of a project that is closed for good; its leases stay. */
    public synchronized void closeAll(String projectId) {
        ProjectQueue project = projects.remove(projectId);
        if (project != null) {
            fairShare.remove(project);
            project.end();
            tasks.values().removeIf(task -> task.project == project);
        }
    }

    /** Applies what is known of an assignment, in any order and any number of times. */
    public synchronized void apply(KnownAssignment known) {
        LeaseHolder holder = leases.holder(known.workerId());
        Task task = find(known.taskId());
        boolean first = task != null && !task.had(holder.number);
        boolean news = task != null && task.mark(holder.number, known.status());
        if (known.status() != Status.LEASED) {
            leases.remove(holder, TaskIds.of(known.taskId()));
        } else if (news) {
            hold(known);
        }
        if (task != null) {
            if (first) {
                task.project.had(task, holder.number);
            }
            task.project.settle(task);
        }
    }

    private void hold(KnownAssignment known) {
        LeaseHolder holder = leases.holder(known.workerId());
        TaskId task = ids.remember(known.taskId());
        leases.add(holder, task, known.projectId(), known.partition());
        leases.expire(holder, task, known.expiresAt());
    }

    /**
     * A batch for the worker, all of one project so that one guideline covers it: of the first
     * project in turn that has any task the worker never had. Each pick counts as leased; it must
     * become so ({@link #leased}) or be undone.
     *
     * @param allowances what the worker may be given of a project, if anything
     */
    public synchronized List<Pick> take(
            WorkRequest request,
            Function<String, Optional<LeaseAllowance>> allowances,
            RandomGenerator random) {
        int worker = leases.holder(request.workerId()).number;
        unserved.remove(worker);
        for (ProjectQueue project : fairShare.inTurn()) {
            Optional<LeaseAllowance> allowance =
                    project.mayGive() ? allowances.apply(project.projectId()) : Optional.empty();
            List<Pick> picks =
                    allowance
                            .map(o -> take(request, project, o, project.hasWork(), random))
                            .orElse(List.of());
            if (!picks.isEmpty()) {
                fairShare.charge(project, picks.size(), allowance.orElseThrow().weight());
                return picks;
            }
        }
        unserved.add(worker, request.now().toEpochMilli());
        return List.of();
    }

    /** The same of one project. */
    public synchronized List<Pick> take(
            WorkRequest request, LeaseAllowance allowance, RandomGenerator random) {
        ProjectQueue project = projects.get(allowance.projectId());
        if (project == null) {
            return List.of();
        }
        List<Pick> picks = take(request, project, allowance, true, random);
        if (!picks.isEmpty()) {
            fairShare.charge(project, picks.size(), allowance.weight());
        }
        return picks;
    }

    /**
     * @param note whether the worker waits for work of this project if there is none
     */
    private List<Pick> take(
            WorkRequest request,
            ProjectQueue project,
            LeaseAllowance allowance,
            boolean note,
            RandomGenerator random) {
        LeaseHolder holder = leases.holder(request.workerId());
        int room =
                Math.min(
                        request.maxHeld() - holder.held(),
                        allowance.maxHeld() - holder.held(allowance.projectId()));
        int max = portion(request, project, allowance, holder.number, room, note, random);
        List<Pick> picks = new ArrayList<>();
        for (Task task :
                project.take(
                        holder.number,
                        allowance.tier(),
                        max,
                        allowance.goldRate(),
                        allowance.budget(),
                        random)) {
            leases.add(holder, task, allowance.projectId(), task.partition());
            picks.add(new Pick(ids.nameOf(task), allowance.projectId(), task.partition()));
        }
        if (picks.isEmpty() && max > 0 && project.ready(allowance.tier()) > 0) {
            project.requesters.remove(holder.number); // had all of it
        }
        return picks;
    }

    private int portion(
            WorkRequest request,
            ProjectQueue project,
            LeaseAllowance allowance,
            int worker,
            int room,
            boolean note,
            RandomGenerator random) {
        int max = Math.min(allowance.max(), room);
        if (max <= 0) {
            return 0;
        }
        long now = request.now().toEpochMilli();
        if (note) {
            project.requesters.add(worker, now);
        }
        int part =
                FairShare.portion(
                        max,
                        project.readyFor(worker, allowance.tier()),
                        project.ready(allowance.tier()),
                        project.requesters.count(now) + unserved.count(now));
        // what is left must not be counted by the size of a batch: it would show how much was gold
        return part < max && project.hasGold() ? 1 + random.nextInt(part) : part;
    }

    /** The pick was written: its time runs. Again, with a later time: it is held longer. */
    public synchronized void leased(String taskId, String workerId, Instant expiresAt) {
        leases.expire(leases.holder(workerId), TaskIds.of(taskId), expiresAt);
    }

    /** The pick was not written: as if it had not been taken, for this worker too. */
    public synchronized void undo(String taskId, String workerId) {
        LeaseHolder holder = leases.holder(workerId);
        leases.remove(holder, TaskIds.of(taskId));
        with(taskId, task -> task.project.undo(task, holder.number));
    }

    /** Leases that have expired, each returned once; again after {@link #leased}. */
    public synchronized List<ExpiredLease> due(Instant now, int max) {
        return leases.due(now, max).stream()
                .map(lease -> new ExpiredLease(ids.nameOf(lease.task), lease.holder.workerId))
                .toList();
    }

    public synchronized int held(String workerId) {
        return leases.holder(workerId).held();
    }

    public synchronized int held(String workerId, String projectId) {
        return leases.holder(workerId).held(projectId);
    }

    /** Work tasks of the project with free capacity, for anybody of this tier. */
    public synchronized int ready(String projectId, int tier) {
        ProjectQueue project = projects.get(projectId);
        return project == null ? 0 : project.ready(tier);
    }

    /**
     * The same with those that name the worker; about, as the worker may have had some, and one
     * until it shows that there is none.
     */
    public synchronized int ready(String projectId, int tier, String workerId) {
        ProjectQueue project = projects.get(projectId);
        return project == null ? 0 : project.open(leases.holder(workerId).number, tier);
    }

    /** How the project's tasks stand to a worker of this tier, with so much to pay for them. */
    public synchronized TaskAvailability availability(
            String projectId, String workerId, int tier, RemainingBudget budget) {
        ProjectQueue project = projects.get(projectId);
        return project == null
                ? TaskAvailability.NOTHING_OPEN
                : project.availability(leases.holder(workerId).number, tier, budget);
    }

    /** Those that may have something for somebody. */
    public synchronized Set<String> projectsThatMayGive() {
        Set<String> found = new HashSet<>();
        for (ProjectQueue project : projects.values()) {
            if (project.mayGive()) {
                found.add(project.projectId());
            }
        }
        return found;
    }

    public synchronized int open() {
        return tasks.size();
    }

    public synchronized int live() {
        return leases.live();
    }

    private void with(String taskId, Consumer<Task> change) {
        Task task = find(taskId);
        if (task != null) {
            change.accept(task);
        }
    }

    private @Nullable Task find(String taskId) {
        return tasks.get(TaskIds.of(taskId));
    }

    private ProjectQueue project(String projectId) {
        ProjectQueue project = projects.get(projectId);
        if (project == null) {
            project = new ProjectQueue(projectId, capacityForNames, leases::hashOf);
            projects.put(projectId, project);
            fairShare.add(project);
        }
        return project;
    }
}
