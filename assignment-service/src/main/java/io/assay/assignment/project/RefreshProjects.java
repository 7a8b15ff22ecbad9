package io.assay.assignment.project;

import io.assay.messaging.StoreSetup;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the copies of the projects before the first event is handled, then again and again. */
@Component
class RefreshProjects implements StoreSetup {

    private final KeepProjects copies;

    RefreshProjects(KeepProjects copies) {
        this.copies = copies;
    }

    @Override
    public void prepare() {
        copies.refresh();
    }

    @Scheduled(fixedDelayString = "${assay.projects.refresh-interval:1s}")
    void refresh() {
        copies.refresh();
    }
}
