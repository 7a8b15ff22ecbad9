package io.assay.system.crowd;

import io.assay.events.Ids;
import io.assay.system.pictures.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the pictures of a project really show, for those who simulate looking at them. Thread-safe.
 */
public final class Truth {

    private final List<String> classIds;
    private final Map<String, String> bySha = new ConcurrentHashMap<>();
    private final Map<String, String> byTask = new ConcurrentHashMap<>();

    public Truth(List<String> classIds) {
        this.classIds = List.copyOf(classIds);
    }

    /** What may be answered. */
    public List<String> classIds() {
        return classIds;
    }

    /** A task of a project shows this picture. */
    public void add(String projectId, String externalId, Picture picture) {
        add(projectId, externalId, picture.sha256(), picture.classId());
    }

    public void add(String projectId, String externalId, String sha256, String classId) {
        bySha.put(sha256, classId);
        byTask.put(Ids.taskId(projectId, externalId), classId);
    }

    /** A task whose picture nobody looks at. */
    public void add(String taskId, String classId) {
        byTask.put(taskId, classId);
    }

    Optional<String> ofPicture(String sha256) {
        return Optional.ofNullable(bySha.get(sha256));
    }

    public Optional<String> ofTask(String taskId) {
        return Optional.ofNullable(byTask.get(taskId));
    }
}
