package io.assay.assignment.project;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the copies once before the first event is heard, then again and again. */
@Component
class RefreshFunctions implements SmartLifecycle {

    private final KeepProjects copies;
    private volatile boolean running;

    RefreshFunctions(KeepProjects copies) {
        this.copies = copies;
    }

    @Scheduled(fixedDelayString = "${assay.projects.refresh-interval:1s}")
    void refresh() {
        copies.refresh();
    }

    @Override
    public void start() {
        copies.refresh();
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

    /** Long before the consumers. */
    @Override
    public int getPhase() {
        return 0;
    }
}
