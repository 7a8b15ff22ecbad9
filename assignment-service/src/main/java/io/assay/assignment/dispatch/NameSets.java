package io.assay.assignment.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sets of workers that the tasks of one project name, each kept once. Both a project and the
 * instance have a maximum of names, so no file fills the memory.
 */
final class NameSets {

    /** Over all different sets of one project. */
    static final int MAX_NAMES = 100_000;

    /** What all projects share. */
    static final class Capacity {

        /** Some 100 MB. */
        private int left = 1_000_000;
    }

    private final Map<NameSet, NameSet> sets = new HashMap<>();
    private final Capacity capacity;
    private int size;

    NameSets(Capacity capacity) {
        this.capacity = capacity;
    }

    /** For one more task; null if there is no capacity. */
    @Nullable NameSet take(Collection<String> workerIds) {
        NameSet wanted = NameSet.of(workerIds);
        if (wanted.isEmpty()) {
            return wanted;
        }
        NameSet known = sets.get(wanted);
        if (known == null) {
            if (size + wanted.size() > MAX_NAMES || wanted.size() > capacity.left) {
                return null;
            }
            size += wanted.size();
            capacity.left -= wanted.size();
            sets.put(wanted, wanted);
            known = wanted;
        }
        known.uses++;
        return known;
    }

    void giveBack(NameSet names) {
        if (!names.isEmpty() && --names.uses == 0) {
            sets.remove(names);
            size -= names.size();
            capacity.left += names.size();
        }
    }

    void giveBackAll() {
        capacity.left += size;
        size = 0;
        sets.clear();
    }
}
