package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One project's open tasks: what is ready by tier need, then priority, then age; and the gold. */
final class ProjectQueue {

    private final String projectId;
    private final @Nullable Bucket[] buckets = new Bucket[Bucket.TIERS * Bucket.PRIORITIES];
    private final GoldShelf shelf = new GoldShelf();
    private int wanted;
    private int open;

    /** What it was given by its weight so far; see {@link FairShare}. */
    double finish;

    ProjectQueue(String projectId) {
        this.projectId = projectId;
    }

    String projectId() {
        return projectId;
    }

    /** Labels that the project's rule asks for on each task; 0 until the rule is known. */
    int wanted() {
        return wanted;
    }

    /** True if tasks have to be settled anew. */
    boolean want(int labels) {
        boolean changed = wanted != labels;
        wanted = labels;
        return changed && open > 0;
    }

    /** Puts the task where it belongs by its free capacity. */
    void settle(Task task) {
        if (task.gold) {
            return;
        }
        if (task.log != null && !task.free()) {
            task.log.remove(task);
        } else if (task.log == null && task.free()) {
            bucketOf(task).add(task);
        }
    }

    /** To the end of what is given again, in front of no worker's cursor. */
    void requeue(Task task) {
        if (task.log != null) {
            task.log.remove(task);
        }
        settle(task);
    }

    void add(Task task) {
        open++;
        if (task.gold) {
            shelf.add(task);
        } else {
            settle(task);
        }
    }

    void remove(Task task) {
        open--;
        if (task.gold) {
            shelf.remove(task);
        } else if (task.log != null) {
            task.log.remove(task);
        }
    }

    /** Work tasks with free capacity that a worker of this tier may get. */
    int ready(int tier) {
        int ready = 0;
        for (int i = 0; i < tier * Bucket.PRIORITIES; i++) {
            Bucket bucket = buckets[i];
            ready += bucket == null ? 0 : bucket.size();
        }
        return ready;
    }

    /**
     * Up to {@code most} tasks, marked as leased to the worker. Gold is given only where work could
     * have been given too, so that an empty project does not hand out gold alone.
     */
    List<Task> take(int worker, int tier, int most, double goldRate, RandomGenerator random) {
        List<Task> taken = new ArrayList<>(most);
        while (taken.size() < most) {
            Task work = nextWork(worker, tier);
            if (work == null) {
                break;
            }
            Task gold = random.nextDouble() < goldRate ? shelf.pick(worker, tier, random) : null;
            Task given = gold != null ? gold : work;
            given.mark(worker, Holding.LEASED);
            settle(given);
            taken.add(given);
        }
        return taken;
    }

    /** Tasks that need the highest tier first: few workers may do them. */
    private @Nullable Task nextWork(int worker, int tier) {
        for (int i = tier * Bucket.PRIORITIES - 1; i >= 0; i--) {
            Bucket bucket = buckets[i];
            Task task = bucket == null ? null : bucket.firstFor(worker);
            if (task != null) {
                return task;
            }
        }
        return null;
    }

    private Bucket bucketOf(Task task) {
        int index = (task.minTier - 1) * Bucket.PRIORITIES + task.priority;
        Bucket bucket = buckets[index];
        if (bucket == null) {
            bucket = new Bucket();
            buckets[index] = bucket;
        }
        return bucket;
    }
}
