package io.assay.assignment.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sets of workers that the tasks of one project name, each kept once. There is room for so many
 * names in a project, and for so many in all: a stranger's file cannot fill the memory.
 */
final class Names {

    /** Over all different sets of one project. */
    static final int MOST = 100_000;

    /** What all projects share. */
    static final class Room {

        /** Some 100 MB. */
        private int left = 1_000_000;
    }

    private final Map<NameSet, NameSet> sets = new HashMap<>();
    private final Room room;
    private int size;

    Names(Room room) {
        this.room = room;
    }

    /** For one more task; null if there is no room. */
    @Nullable NameSet take(Collection<String> workerIds) {
        NameSet wanted = NameSet.of(workerIds);
        if (wanted.isEmpty()) {
            return wanted;
        }
        NameSet known = sets.get(wanted);
        if (known == null) {
            if (size + wanted.size() > MOST || wanted.size() > room.left) {
                return null;
            }
            size += wanted.size();
            room.left -= wanted.size();
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
            room.left += names.size();
        }
    }

    void giveBackAll() {
        room.left += size;
        size = 0;
        sets.clear();
    }
}
