package io.assay.assignment.dispatch;

import org.jspecify.annotations.Nullable;

/** Ready tasks of one project and rank, for anybody. */
final class Bucket {

    /** Given before and free again, or wanted more often: these wait longest. */
    private final ReadyLog again = new ReadyLog();

    private final ReadyLog fresh = new ReadyLog();

    int size() {
        return again.size() + fresh.size();
    }

    void add(Task task) {
        logOf(task).append(task);
    }

    void remove(Task task) {
        logOf(task).remove(task);
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
