package io.assay.assignment.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The gold tasks of a project. Giving one away does not use it up; a worker gets each once. */
final class GoldShelf {

    private final List<Task> golds = new ArrayList<>();

    void add(Task gold) {
        gold.slot = golds.size();
        golds.add(gold);
    }

    void remove(Task gold) {
        Task last = golds.removeLast();
        if (last != gold) {
            golds.set(gold.slot, last);
            last.slot = gold.slot;
        }
    }

    /** A gold task the worker has not had, from a random place on; null if there is none. */
    @Nullable Task pick(int worker, int tier, RandomGenerator random) {
        int start = golds.isEmpty() ? 0 : random.nextInt(golds.size());
        for (int i = 0; i < golds.size(); i++) {
            Task gold = golds.get((start + i) % golds.size());
            if (gold.minTier <= tier && !gold.workers.contains(worker)) {
                return gold;
            }
        }
        return null;
    }
}
