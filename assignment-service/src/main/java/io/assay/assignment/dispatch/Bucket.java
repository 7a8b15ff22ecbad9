package io.assay.assignment.dispatch;

import org.jspecify.annotations.Nullable;

/** Ready tasks of one project that ask for the same tier and priority. */
final class Bucket {

    static final int TIERS = 5;
    static final int PRIORITIES = 10;

    /** Given before and free again, or wanted more often: these wait longest. */
    private final ReadyLog again = new ReadyLog();

    private final ReadyLog fresh = new ReadyLog();

    int size() {
        return again.size() + fresh.size();
    }

    void add(Task task) {
        (task.seen ? again : fresh).append(task);
        task.seen = true;
    }

    @Nullable Task firstFor(int worker) {
        Task task = again.firstFor(worker);
        return task != null ? task : fresh.firstFor(worker);
    }
}
