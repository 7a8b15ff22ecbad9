package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One project's open tasks: the ready ones for anybody by rank, the named ones, and the gold. */
final class ProjectQueue {

    private final String projectId;
    private final @Nullable Bucket[] buckets = new Bucket[OpenTask.TIERS * OpenTask.PRIORITIES];
    private final NamedQueue named = new NamedQueue();
    private final GoldShelf shelf = new GoldShelf();

    /** Who asked for its tasks lately. */
    final Askers askers = new Askers();

    private int wanted;
    private int golds;
    private int work;
    private int ready;

    /** By tier: work ran out for all of it, and so no gold is given either. */
    private final boolean[] dry = allTrue();

    /** Workers for whom work ran out, as they had all that there is. */
    private final BitSet served = new BitSet();

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
        return changed && work > 0;
    }

    void add(Task task) {
        if (task.gold) {
            golds++;
            shelf.add(task);
        } else {
            work++;
            settle(task);
        }
    }

    void remove(Task task) {
        if (task.gold) {
            golds--;
            shelf.remove(task);
        } else {
            work--;
            dequeue(task);
        }
    }

    /** The worker has the task, or had it. */
    void marked(Task task, int worker) {
        if (task.named.length > 0 && task.slot != Task.NOWHERE && !task.gold) {
            named.hide(task, worker);
        }
        settle(task);
    }

    /** Puts the task where it belongs by its free capacity. */
    void settle(Task task) {
        if (task.gold) {
            return;
        }
        boolean free = task.free();
        if (!free) {
            dequeue(task);
        } else if (task.slot == Task.NOWHERE) {
            enqueue(task);
        }
    }

    /** To the end of what is given again, in front of no worker's cursor. */
    void requeue(Task task) {
        if (task.gold) {
            shelf.remove(task);
            shelf.add(task);
        } else {
            dequeue(task);
            settle(task);
        }
    }

    private void enqueue(Task task) {
        ready++;
        if (task.named.length == 0) {
            Arrays.fill(dry, task.minTier() - 1, OpenTask.TIERS, false);
        }
        task.again = task.seen;
        task.seen = true;
        if (task.named.length > 0) {
            named.add(task);
        } else {
            bucketOf(task).add(task);
        }
    }

    private void dequeue(Task task) {
        if (task.slot == Task.NOWHERE) {
            return;
        }
        ready--;
        if (task.named.length > 0) {
            named.remove(task);
        } else {
            bucketOf(task).remove(task);
        }
    }

    /** After tasks were added out of order. Named tasks are in order at all times. */
    void sortByAge() {
        for (Bucket bucket : buckets) {
            if (bucket != null) {
                bucket.sortByAge();
            }
        }
    }

    /** Whether there may be anything for anybody. */
    boolean mayGive() {
        return ready > 0 || (golds > 0 && !dry[OpenTask.TIERS - 1]);
    }

    /** Whether any work task has free capacity. */
    boolean hasWork() {
        return ready > 0;
    }

    boolean hasGold() {
        return golds > 0;
    }

    /** Work tasks for anybody of this tier, with free capacity. */
    int ready(int tier) {
        int ready = 0;
        for (int rank = Task.rank(tier + 1, 0) - 1; rank >= 0; rank--) {
            Bucket bucket = buckets[rank];
            ready += bucket == null ? 0 : bucket.size();
        }
        return ready;
    }

    /** Work tasks with free capacity that name the worker, who never had them. */
    int readyFor(int worker, int tier) {
        return named.sizeFor(worker, tier);
    }

    /** See {@link Standing}. */
    Standing standing(int worker, int tier, int held) {
        List<Integer> byTier = new ArrayList<>();
        for (int higher = tier + 1; higher <= OpenTask.TIERS; higher++) {
            byTier.add(ready(higher) - ready(higher - 1));
        }
        boolean some = nextWork(worker, tier) != null;
        int mine = readyFor(worker, tier);
        return new Standing(
                some, ready(tier) + mine, byTier, named.size() - mine, work + golds > 0, held);
    }

    /**
     * Up to {@code most} tasks, marked as leased to the worker. Each is gold or work by a draw of
     * its own. Work has run out when a draw says work and there is none, not when the last was
     * given: else the last before nothing would be work for sure. From then on nothing is given, so
     * that an empty project does not hand out gold alone.
     */
    List<Task> take(int worker, int tier, int most, double goldRate, RandomGenerator random) {
        List<Task> taken = new ArrayList<>(most);
        while (taken.size() < most) {
            Task next = nextWork(worker, tier);
            served.set(worker, next == null && served.get(worker));
            if (next == null && (dry[tier - 1] || served.get(worker))) {
                break;
            }
            Task gold = nextGold(worker, tier, goldRate, random);
            Task given = gold != null ? gold : next;
            if (given == null) {
                ranOut(worker, tier);
                break;
            }
            given.mark(worker, Holding.LEASED);
            marked(given, worker);
            taken.add(given);
        }
        return taken;
    }

    private void ranOut(int worker, int tier) {
        served.set(worker);
        if (ready == named.size()) {
            Arrays.fill(dry, true);
        } else if (ready(tier) == 0) {
            Arrays.fill(dry, 0, tier, true);
        }
    }

    private static boolean[] allTrue() {
        boolean[] all = new boolean[OpenTask.TIERS];
        Arrays.fill(all, true);
        return all;
    }

    /** What only the worker may do goes first. */
    private @Nullable Task nextWork(int worker, int tier) {
        Task task = named.firstFor(worker, tier);
        for (int rank = Task.rank(tier + 1, 0) - 1; rank >= 0 && task == null; rank--) {
            Bucket bucket = buckets[rank];
            task = bucket == null ? null : bucket.firstFor(worker);
        }
        return task;
    }

    /** Each task of a batch by its own draw, so no place in a batch and no sequence tells. */
    private @Nullable Task nextGold(int worker, int tier, double goldRate, RandomGenerator random) {
        return golds > 0 && random.nextDouble() < goldRate
                ? shelf.pick(worker, tier, random)
                : null;
    }

    private Bucket bucketOf(Task task) {
        Bucket bucket = buckets[task.rank()];
        if (bucket == null) {
            bucket = new Bucket();
            buckets[task.rank()] = bucket;
        }
        return bucket;
    }
}
