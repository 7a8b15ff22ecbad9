package io.assay.cli.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the pictures of a project really show, for those who simulate looking at them. Thread-safe.
 */
public final class KnownAnswers {

    private final List<String> classIds;
    private final Map<String, String> bySha = new ConcurrentHashMap<>();
    private final Map<String, String> byTask = new ConcurrentHashMap<>();

    public KnownAnswers(List<String> classIds) {
        this.classIds = List.copyOf(classIds);
    }

    /** What may be answered. */
    public List<String> classIds() {
        return classIds;
    }

    /** A picture, by the hash of what workers are shown. */
    public void addPicture(String sha256, String classId) {
        bySha.put(sha256, classId);
    }

    public void add(String taskId, String classId) {
        byTask.put(taskId, classId);
    }

    /** What a picture shows, by the hash of what workers are shown. */
    public Optional<String> ofPicture(String sha256) {
        return Optional.ofNullable(bySha.get(sha256));
    }

    public Optional<String> ofTask(String taskId) {
        return Optional.ofNullable(byTask.get(taskId));
    }
}
