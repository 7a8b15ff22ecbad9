package io.assay.assignment.assignment;

import io.assay.assignment.task.TaskCopy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which picks show a picture that the worker had as work or as gold: the second gives gold away.
 */
final class RepeatedPictures {

    private RepeatedPictures() {}

    /** Tasks that show the same picture as one of these, gold one of them. Most have none. */
    static Set<String> alike(Collection<TaskCopy> picked) {
        Set<String> alike = new HashSet<>();
        picked.forEach(task -> alike.addAll(task.alike()));
        return alike;
    }

    /**
     * Open work that shows the picture of a gold among these: the gold waits for its end, as who
     * had the gold first could not do the work any more, and there might be nobody left for it.
     */
    static Set<String> worksOfGold(Collection<TaskCopy> picked) {
        return alike(picked.stream().filter(TaskCopy::gold).toList());
    }

    /**
     * Those that must not be given.
     *
     * @param picked in their order: of two that show the same the first is given
     * @param barred tasks whose pictures must not be shown to the worker once more, or not yet
     */
    static List<TaskCopy> in(List<TaskCopy> picked, Set<String> barred) {
        Set<String> shown = new HashSet<>(barred);
        List<TaskCopy> repeats = new ArrayList<>();
        for (TaskCopy task : picked) {
            if (Collections.disjoint(task.alike(), shown)) {
                shown.add(task.taskId());
            } else {
                repeats.add(task);
            }
        }
        return repeats;
    }
}
