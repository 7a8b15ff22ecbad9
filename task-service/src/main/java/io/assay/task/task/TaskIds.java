package io.assay.task.task;

import io.assay.events.Ids;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives tasks their ids, which follow from a secret salt of their project and from what the
 * requester calls them: so a row that comes again is the same task, and nobody else can tell what a
 * task is called, or what it was made of. Thread-safe.
 */
public final class TaskIds {

    private static final int MAX_REMEMBERED = 1_000;

    private final MongoSalts salts;

    /** Of the projects that were used last. */
    private final Map<String, String> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MAX_REMEMBERED;
                }
            };

    TaskIds(MongoSalts salts) {
        this.salts = salts;
    }

    /** 32 hex digits. */
    public String of(String projectId, String externalId) {
        return Ids.taskId(saltOf(projectId), externalId);
    }

    private String saltOf(String projectId) {
        synchronized (remembered) {
            String known = remembered.get(projectId);
            if (known != null) {
                return known;
            }
        }
        String salt = salts.of(projectId);
        synchronized (remembered) {
            remembered.put(projectId, salt);
        }
        return salt;
    }
}
