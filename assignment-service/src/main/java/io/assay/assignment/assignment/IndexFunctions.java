package io.assay.assignment.assignment;

import io.assay.assignment.budget.MongoBudgets;
import io.assay.assignment.task.MongoTasks;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes sure of the indexes once the context stands, before the first event is heard. */
@Component
class IndexFunctions implements SmartLifecycle {

    private final MongoTasks tasks;
    private final MongoAssignments assignments;
    private final MongoLeaseRecords records;
    private final MongoBudgets budgets;
    private volatile boolean running;

    IndexFunctions(
            MongoTasks tasks,
            MongoAssignments assignments,
            MongoLeaseRecords records,
            MongoBudgets budgets) {
        this.tasks = tasks;
        this.assignments = assignments;
        this.records = records;
        this.budgets = budgets;
    }

    @Override
    public void start() {
        tasks.prepare();
        assignments.prepare();
        records.prepare();
        budgets.prepare();
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
