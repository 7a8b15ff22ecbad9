package io.assay.assignment.assignment;

import io.assay.assignment.task.MongoTasks;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes sure of the indexes once the context stands, before the first event is heard. */
@Component
class IndexFunctions implements SmartLifecycle {

    private final MongoTasks tasks;
    private final MongoAssignments assignments;
    private volatile boolean running;

    IndexFunctions(MongoTasks tasks, MongoAssignments assignments) {
        this.tasks = tasks;
        this.assignments = assignments;
    }

    @Override
    public void start() {
        tasks.prepare();
        assignments.prepare();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
