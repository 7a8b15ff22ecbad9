package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The gold tasks of a project. Giving one away does not use it up; a worker gets each once. */
final class GoldPool {

    /** Slots that are no use to a worker of this tier: so a worker's way gets no longer. */
    private record Passed(int tier, BitSet slots) {}

    private final List<@Nullable Task> golds = new ArrayList<>();
    private final Map<Integer, Passed> passed = new HashMap<>();
    private int gone;

    /** At the end, which nobody has passed. */
    void add(Task gold) {
        gold.slot = golds.size();
        golds.add(gold);
    }

    void remove(Task gold) {
        golds.set(gold.slot, null);
        gold.slot = Task.NO_SLOT;
        gone++;
        if (gone * 2 > golds.size()) {
            compact();
        }
    }

    /**
     * A gold task for the worker that is paid for, from a random place on; null if there is none.
     */
    @Nullable Task pick(int worker, int tier, RemainingBudget budget, RandomGenerator random) {
        if (golds.isEmpty()) {
            return null;
        }
        int start = random.nextInt(golds.size());
        Task gold = pick(worker, tier, budget, start, golds.size());
        return gold != null ? gold : pick(worker, tier, budget, 0, start);
    }

    private @Nullable Task pick(int worker, int tier, RemainingBudget budget, int from, int to) {
        BitSet slots = passedBy(worker, tier);
        for (int i = slots.nextClearBit(from); i < to; i = slots.nextClearBit(i + 1)) {
            Task gold = golds.get(i);
            if (gold == null || !gold.mayTake(worker, tier)) {
                slots.set(i);
            } else if (budget.covers(gold.complexityPermille)) {
                return gold;
            }
        }
        return null;
    }

    private BitSet passedBy(int worker, int tier) {
        return passed.compute(
                        worker,
                        (_, known) ->
                                known != null && known.tier() == tier
                                        ? known
                                        : new Passed(tier, new BitSet()))
                .slots();
    }

    private void compact() {
        List<@Nullable Task> all = new ArrayList<>(golds);
        golds.clear();
        passed.clear();
        gone = 0;
        for (Task gold : all) {
            if (gold != null) {
                add(gold);
            }
        }
    }
}
