package io.assay.assignment.dispatch;

import io.assay.assignment.dispatch.KnownAssignment.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One project's open tasks: the ready ones for anybody by rank, the named ones, and the gold. */
final class ProjectQueue {

    /**
     * What is set aside as too expensive comes back once the budget is enough for so many of it.
     */
    private static final int MIN_AFFORDABLE_TASKS = 1_000;

    private final String projectId;
    private final @Nullable Bucket[] buckets = new Bucket[OpenTask.TIERS * OpenTask.PRIORITIES];
    private final NameSets names;
    private final IntToLongFunction hashOf;
    private final NamedQueue named = new NamedQueue();
    private final UnaffordableTasks unaffordable = new UnaffordableTasks();
    private final GoldPool goldPool = new GoldPool();

    /** Who asked for its tasks lately. */
    final RecentRequesters requesters = new RecentRequesters();

    private int wanted;
    private int golds;
    private int work;
    private int ready;

    /** By tier: work ran out for all of it, and so no gold is given either. */
    private final boolean[] exhausted = allTrue();

    /**
     * By tier: the budget ran out for all its work that is for anybody. As with {@link #exhausted}
     * no gold is given then, as cheap as it may be: it would be known to be gold.
     */
    private final boolean[] budgetExhausted = new boolean[OpenTask.TIERS];

    /** Workers for whom work ran out, as they had all that there is. */
    private final BitSet outOfWork = new BitSet();

    /** No task was ever more complex: while the budget covers this, no price is looked at. */
    private int mostComplex;

    /** What it was given by its weight so far; see {@link FairShare}. */
    double finish;

    ProjectQueue(String projectId, NameSets.Capacity room, IntToLongFunction hashOf) {
        this.projectId = projectId;
        this.names = new NameSets(room);
        this.hashOf = hashOf;
    }

    /** Of the worker's id, by the worker's number. */
    long hashOf(int worker) {
        return hashOf.applyAsLong(worker);
    }

    /** For one more task that names these workers; null if there is no room for them. */
    @Nullable NameSet names(Collection<String> workerIds) {
        return names.take(workerIds);
    }

    /** It is closed for good. */
    void end() {
        names.giveBackAll();
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
        mostComplex = Math.max(mostComplex, task.complexityPermille);
        if (task.gold) {
            golds++;
            goldPool.add(task);
        } else {
            work++;
            settle(task);
        }
    }

    void remove(Task task) {
        if (task.gold) {
            golds--;
            goldPool.remove(task);
        } else {
            work--;
            dequeue(task);
        }
        names.giveBack(task.named);
    }

    /** The worker has the task, or had it: for the first time, as far as was known. */
    void had(Task task, int worker) {
        if (!task.named.isEmpty() && task.slot != Task.NO_SLOT && !task.gold) {
            named.had(task, worker);
        }
    }

    /** Puts the task where it belongs by its free capacity. */
    void settle(Task task) {
        if (task.gold) {
            return;
        }
        boolean free = task.free();
        if (!free) {
            dequeue(task);
        } else if (task.slot == Task.NO_SLOT) {
            enqueue(task);
        }
    }

    /**
     * As if the worker had never had it: to the end of what is given again, in front of no worker's
     * cursor.
     */
    void undo(Task task, int worker) {
        if (!task.isLeasedTo(worker)) {
            return;
        }
        if (task.gold) {
            task.forget(worker);
            goldPool.remove(task);
            goldPool.add(task);
        } else {
            dequeue(task);
            task.forget(worker);
            settle(task);
        }
    }

    private void enqueue(Task task) {
        ready++;
        if (task.named.isEmpty()) {
            Arrays.fill(exhausted, task.minTier() - 1, OpenTask.TIERS, false);
        }
        task.again = task.seen;
        task.seen = true;
        if (!task.named.isEmpty()) {
            named.add(task);
        } else {
            bucketOf(task).add(task);
        }
    }

    private void dequeue(Task task) {
        if (task.slot == Task.NO_SLOT) {
            return;
        }
        ready--;
        if (!task.named.isEmpty()) {
            named.remove(task);
        } else if (task.unaffordable) {
            unaffordable.remove(task);
        } else {
            bucketOf(task).remove(task);
        }
    }

    /** Out of the way of who looks for what is paid for. */
    private void setAside(Task task) {
        bucketOf(task).remove(task);
        unaffordable.add(task);
    }

    private void takeBack() {
        unaffordable.takeAll().forEach(task -> bucketOf(task).add(task));
        sortByAge();
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
        return ready > 0 || (golds > 0 && !exhausted[OpenTask.TIERS - 1]);
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
        int ready = unaffordable.size(tier);
        for (int rank = Task.rank(tier + 1, 0) - 1; rank >= 0; rank--) {
            Bucket bucket = buckets[rank];
            ready += bucket == null ? 0 : bucket.size();
        }
        return ready;
    }

    /** Work tasks with free capacity that name the worker, who never had them. */
    int readyFor(int worker, int tier) {
        return named.sizeFor(hashOf(worker), tier);
    }

    /** Tasks for the worker, as the worker may know it. */
    int open(int worker, int tier) {
        return Math.max(ready(tier) + readyFor(worker, tier), mayDraw(worker, tier) ? 1 : 0);
    }

    /**
     * Whether the worker may be given gold though there is no more work, as no draw has said work
     * yet. Nobody learns of the end before that: what comes after it would be known to be gold.
     */
    private boolean mayDraw(int worker, int tier) {
        return golds > 0
                && !exhausted[tier - 1]
                && !budgetExhausted[tier - 1]
                && !outOfWork.get(worker);
    }

    /** See {@link TaskAvailability}. */
    TaskAvailability availability(int worker, int tier, RemainingBudget budget) {
        List<Integer> byTier = new ArrayList<>();
        for (int higher = tier + 1; higher <= OpenTask.TIERS; higher++) {
            byTier.add(ready(higher) - ready(higher - 1));
        }
        boolean some = nextWork(worker, tier, budget) != null || mayDraw(worker, tier);
        int mine = readyFor(worker, tier);
        int beyondBudget = beyondBudget(worker, tier, budget);
        return new TaskAvailability(
                some,
                Math.max(ready(tier) + mine - beyondBudget, mayDraw(worker, tier) ? 1 : 0),
                byTier,
                named.size() - mine,
                work + golds > 0,
                beyondBudget);
    }

    /** Ready tasks that cost more than is left: about, as few of a mixed queue are looked at. */
    private int beyondBudget(int worker, int tier, RemainingBudget budget) {
        if (budget.covers(mostComplex)) {
            return 0;
        }
        int found =
                unaffordable.sizeBeyond(tier, budget)
                        + named.sizeBeyond(worker, hashOf(worker), tier, budget);
        for (int rank = Task.rank(tier + 1, 0) - 1; rank >= 0; rank--) {
            Bucket bucket = buckets[rank];
            found += bucket == null || budget.covers(bucket.leastComplex()) ? 0 : bucket.size();
        }
        return found;
    }

    /**
     * Up to {@code max} tasks that are paid for, marked as leased to the worker. Each is gold or
     * work by a draw of its own. Work has run out when a draw says work and there is none, not when
     * the last was given: else the last before nothing would be work for sure. From then on nothing
     * is given, so that an empty project does not hand out gold alone. It is the same when what is
     * left pays for no more work.
     */
    List<Task> take(
            int worker,
            int tier,
            int max,
            double goldRate,
            RemainingBudget all,
            RandomGenerator random) {
        if (unaffordable.size() > 0
                && all.coversMany(unaffordable.mostComplex(), MIN_AFFORDABLE_TASKS)) {
            takeBack();
        }
        RemainingBudget budget = all;
        List<Task> taken = new ArrayList<>(max);
        while (taken.size() < max) {
            Task next = nextWork(worker, tier, budget);
            if (next != null && next.named.isEmpty()) {
                budgetExhausted[tier - 1] = false;
            }
            outOfWork.set(worker, next == null && outOfWork.get(worker));
            if (next == null
                    && (exhausted[tier - 1]
                            || budgetExhausted[tier - 1]
                            || outOfWork.get(worker))) {
                break;
            }
            Task gold = nextGold(worker, tier, goldRate, budget, random);
            Task given = gold != null ? gold : next;
            if (given == null) {
                ranOut(worker, tier, budget);
                break;
            }
            given.mark(worker, Status.LEASED);
            had(given, worker);
            settle(given);
            taken.add(given);
            budget = budget.without(given.complexityPermille);
        }
        return taken;
    }

    private void ranOut(int worker, int tier, RemainingBudget budget) {
        outOfWork.set(worker);
        budgetExhausted[tier - 1] = !affordsAny(tier, budget);
        if (ready == named.size()) {
            Arrays.fill(exhausted, true);
        } else if (ready(tier) == 0) {
            Arrays.fill(exhausted, 0, tier, true);
        }
    }

    /** Whether it covers any ready task that is for anybody, had by the one who asks or not. */
    private boolean affordsAny(int tier, RemainingBudget budget) {
        boolean paid = unaffordable.sizeBeyond(tier, budget) < unaffordable.size(tier);
        for (int rank = Task.rank(tier + 1, 0) - 1; rank >= 0 && !paid; rank--) {
            Bucket bucket = buckets[rank];
            paid = bucket != null && bucket.size() > 0 && budget.covers(bucket.leastComplex());
        }
        return paid;
    }

    private static boolean[] allTrue() {
        boolean[] all = new boolean[OpenTask.TIERS];
        Arrays.fill(all, true);
        return all;
    }

    /** What only the worker may do goes first. */
    private @Nullable Task nextWork(int worker, int tier, RemainingBudget budget) {
        boolean affordsAll = budget.covers(mostComplex);
        Task task = named.firstFor(worker, hashOf(worker), tier, budget);
        for (int rank = Task.rank(tier + 1, 0) - 1; rank >= 0 && task == null; rank--) {
            Bucket bucket = buckets[rank];
            if (bucket != null) {
                task =
                        affordsAll
                                ? bucket.firstFor(worker)
                                : nextAffordable(bucket, worker, budget);
            }
        }
        return task != null ? task : unaffordable.firstFor(worker, tier, budget);
    }

    /** What is too expensive is set aside, so that nobody looks at it again and again. */
    private @Nullable Task nextAffordable(Bucket bucket, int worker, RemainingBudget budget) {
        Task task = budget.covers(bucket.leastComplex()) ? bucket.firstFor(worker) : null;
        while (task != null && !budget.covers(task.complexityPermille)) {
            setAside(task);
            task = bucket.firstFor(worker);
        }
        return task;
    }

    /** Each task of a batch by its own draw, so no place in a batch and no sequence shows it. */
    private @Nullable Task nextGold(
            int worker, int tier, double goldRate, RemainingBudget budget, RandomGenerator random) {
        return golds > 0 && random.nextDouble() < goldRate
                ? goldPool.pick(worker, tier, budget, random)
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
