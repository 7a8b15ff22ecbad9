package io.assay.assignment.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * All that this instance may hand out: the open tasks of the partitions it owns.
 *
 * <p>State per task is a set of workers and how it stands with each, never a counter, so an event
 * may be applied any number of times. What concerns a partition that is not owned, or a task that
 * is not open, is passed over. Thread-safe: one lock, held for microseconds.
 */
public final class Dispatch {

    /** In order of age. */
    private final Map<String, Task> tasks = new LinkedHashMap<>();

    private final Map<String, ProjectQueue> projects = new HashMap<>();
    private final Map<String, Integer> workers = new HashMap<>();
    private final Set<Integer> owned = new HashSet<>();
    private final Holdings holdings = new Holdings();
    private final FairShare fairShare = new FairShare();

    /**
     * Starts to serve a partition.
     *
     * @param open its open tasks, oldest first
     * @param had who had them, and the live leases of tasks no longer open
     */
    public synchronized void adopt(int partition, List<OpenTask> open, Collection<Had> had) {
        drop(Set.of(partition));
        owned.add(partition);
        open.forEach(this::open);
        had.forEach(
                h -> {
                    apply(h);
                    if (h.holding() == Holding.LEASED && !tasks.containsKey(h.taskId())) {
                        hold(h);
                    }
                });
    }

    /** Stops to serve the partitions and forgets all about them. */
    public synchronized void drop(Collection<Integer> partitions) {
        owned.removeAll(partitions);
        tasks.values()
                .removeIf(
                        task -> {
                            boolean drop = partitions.contains(task.partition);
                            if (drop) {
                                task.project.remove(task);
                            }
                            return drop;
                        });
        holdings.drop(partitions::contains);
    }

    public synchronized Set<Integer> owned() {
        return Set.copyOf(owned);
    }

    /** Sets how many labels the project's rule asks for on each task; 0 hands out none. */
    public synchronized void want(String projectId, int labels) {
        ProjectQueue project = project(projectId);
        if (project.want(labels)) {
            tasks.values().stream().filter(t -> t.project == project).forEach(project::settle);
        }
    }

    public synchronized void open(OpenTask open) {
        if (owned.contains(open.partition()) && !tasks.containsKey(open.taskId())) {
            Task task = new Task(open, project(open.projectId()));
            tasks.put(task.id, task);
            task.project.add(task);
        }
    }

    /** Raises the labels asked for; a lower number changes nothing. */
    public synchronized void raise(String taskId, int wanted) {
        with(
                taskId,
                task -> {
                    task.wanted = Math.max(task.wanted, wanted);
                    task.project.settle(task);
                });
    }

    /** Hands the task out no more. Its leases stay, and run out in their time. */
    public synchronized void close(String taskId) {
        Task task = tasks.remove(taskId);
        if (task != null) {
            task.project.remove(task);
        }
    }

    /** Hands out no more of a project that is closed for good; its leases stay. */
    public synchronized void closeAll(String projectId) {
        ProjectQueue project = projects.get(projectId);
        if (project != null) {
            tasks.values().removeIf(task -> task.project == project);
            projects.remove(projectId);
        }
    }

    /** Takes note of an assignment, in whatever order and however often it is told. */
    public synchronized void apply(Had had) {
        Task task = tasks.get(had.taskId());
        boolean news = task != null && task.mark(worker(had.workerId()), had.holding());
        if (had.holding() != Holding.LEASED) {
            holdings.remove(had.workerId(), had.taskId());
        } else if (news) {
            hold(had);
        }
        if (task != null) {
            task.project.settle(task);
        }
    }

    private void hold(Had had) {
        holdings.add(had.workerId(), had.taskId(), had.projectId(), had.partition());
        holdings.expire(had.workerId(), had.taskId(), had.expiresAt());
    }

    /**
     * A batch for the worker, all of one project so that one guideline covers it: of the first of
     * the offers, in fair order, that has any task the worker never had. Each pick counts as
     * leased; it must become so ({@link #leased}) or be undone.
     *
     * @param cap most that the worker may hold over all projects
     */
    public synchronized List<Pick> take(
            String workerId, Collection<Offer> offers, int cap, RandomGenerator random) {
        int room = cap - holdings.held(workerId);
        for (FairShare.Turn turn : fairShare.order(turns(offers))) {
            List<Pick> picks = take(workerId, turn, room, random);
            if (!picks.isEmpty()) {
                fairShare.charge(turn, picks.size());
                return picks;
            }
        }
        return List.of();
    }

    private List<Pick> take(
            String workerId, FairShare.Turn turn, int room, RandomGenerator random) {
        Offer offer = turn.offer();
        int left = offer.cap() - holdings.held(workerId, offer.projectId());
        int most = Math.max(0, Math.min(offer.most(), Math.min(left, room)));
        List<Pick> picks = new ArrayList<>();
        for (Task task :
                turn.project()
                        .take(worker(workerId), offer.tier(), most, offer.goldRate(), random)) {
            holdings.add(workerId, task.id, offer.projectId(), task.partition);
            picks.add(new Pick(task.id, offer.projectId(), task.partition));
        }
        return picks;
    }

    private List<FairShare.Turn> turns(Collection<Offer> offers) {
        List<FairShare.Turn> turns = new ArrayList<>();
        for (Offer offer : offers) {
            ProjectQueue project = projects.get(offer.projectId());
            if (project != null) {
                turns.add(new FairShare.Turn(project, offer));
            }
        }
        return turns;
    }

    /** The pick was written: its time runs. */
    public synchronized void leased(String taskId, String workerId, Instant expiresAt) {
        holdings.expire(workerId, taskId, expiresAt);
    }

    /** The pick was not written: as if it had not been taken, for this worker too. */
    public synchronized void undo(String taskId, String workerId) {
        holdings.remove(workerId, taskId);
        with(
                taskId,
                task -> {
                    if (task.forget(worker(workerId))) {
                        task.project.requeue(task);
                    }
                });
    }

    /** Leases that ran out by now, each told once; tell again with {@link #leased}. */
    public synchronized List<Due> due(Instant now, int most) {
        return holdings.due(now, most);
    }

    public synchronized int held(String workerId) {
        return holdings.held(workerId);
    }

    public synchronized int held(String workerId, String projectId) {
        return holdings.held(workerId, projectId);
    }

    /** Work tasks of the project with free capacity for a worker of this tier. */
    public synchronized int ready(String projectId, int tier) {
        ProjectQueue project = projects.get(projectId);
        return project == null ? 0 : project.ready(tier);
    }

    public synchronized int open() {
        return tasks.size();
    }

    public synchronized int live() {
        return holdings.size();
    }

    private void with(String taskId, Consumer<Task> change) {
        Task task = tasks.get(taskId);
        if (task != null) {
            change.accept(task);
        }
    }

    private ProjectQueue project(String projectId) {
        return projects.computeIfAbsent(projectId, ProjectQueue::new);
    }

    private int worker(String workerId) {
        return workers.computeIfAbsent(workerId, w -> workers.size());
    }
}
