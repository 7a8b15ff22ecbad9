package io.assay.gateway.project;

import io.assay.events.ProjectChanged;
import io.assay.gateway.access.Caller;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All projects' readerships, in memory; every instance has the whole of it. */
@Component
public class ProjectDirectory {

    private final Map<String, Readership> byProject = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile boolean complete;

    /** Whether it holds at least all that was known when the gateway started. */
    public boolean complete() {
        return complete;
    }

    /** Changes whenever an answer may. */
    public long version() {
        return version.get();
    }

    /** The projects whose results the caller may read. */
    public Set<String> readableBy(Caller caller) {
        return byProject.entrySet().stream()
                .filter(entry -> entry.getValue().admits(caller))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void put(long sequence, ProjectChanged project) {
        byProject.merge(project.projectId(), Readership.of(sequence, project), Readership::newer);
        version.incrementAndGet();
    }

    void caughtUp() {
        complete = true;
    }

    int size() {
        return byProject.size();
    }
}
