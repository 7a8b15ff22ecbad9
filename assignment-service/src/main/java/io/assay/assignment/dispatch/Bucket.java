package io.assay.assignment.dispatch;

import org.jspecify.annotations.Nullable;

/** Ready tasks of one project and rank, for anybody. */
final class Bucket {

    /** Given before and free again, or wanted more often: these wait longest. */
    private final ReadyLog again = new ReadyLog();

    private final ReadyLog fresh = new ReadyLog();

    /** No task is less complex than this; some that was may be gone. */
    private int leastComplex = Integer.MAX_VALUE;

    int size() {
        return again.size() + fresh.size();
    }

    int leastComplex() {
        return leastComplex;
    }

    void add(Task task) {
        leastComplex = Math.min(leastComplex, task.complexityPermille);
        logOf(task).append(task);
    }

    void remove(Task task) {
        logOf(task).remove(task);
        if (size() == 0) {
            leastComplex = Integer.MAX_VALUE;
        }
    }

    @Nullable Task firstFor(int worker) {
        Task task = again.firstFor(worker);
        return task != null ? task : fresh.firstFor(worker);
    }

    void sortByAge() {
        fresh.sortByAge();
    }

    private ReadyLog logOf(Task task) {
        return task.again ? again : fresh;
    }
}
