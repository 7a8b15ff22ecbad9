package io.assay.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture is there to be labelled.
 *
 * @param complexityPermille 1,000 is an ordinary picture; 100 to 100,000
 * @param priority higher first, 0 to 9
 * @param minTier lowest tier for this task, if above the project's
 * @param preLabel what the worker is shown to correct, or, where labels are verified, to judge
 * @param allowedWorkers who alone may take it, at most 100 ids; empty means anybody
 * @param reserved true for tutorials and tests only, never handed out as work; absent means false
 */
public record TaskCreated(
        String taskId,
        String projectId,
        String externalId,
        TaskKind kind,
        Media media,
        int complexityPermille,
        int priority,
        @Nullable Integer minTier,
        Instant createdAt,
        @Nullable Answer preLabel,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowedWorkers,
        @Nullable Boolean reserved)
        implements Event {

    /** Most workers that one task may name. */
    public static final int MAX_ALLOWED_WORKERS = 100;

    public TaskCreated {
        allowedWorkers = Lists.copyOrEmpty(allowedWorkers);
    }

    /** As work. */
    public TaskCreated(
            String taskId,
            String projectId,
            String externalId,
            TaskKind kind,
            Media media,
            int complexityPermille,
            int priority,
            @Nullable Integer minTier,
            Instant createdAt,
            @Nullable Answer preLabel,
            List<String> allowedWorkers) {
        this(
                taskId,
                projectId,
                externalId,
                kind,
                media,
                complexityPermille,
                priority,
                minTier,
                createdAt,
                preLabel,
                allowedWorkers,
                null);
    }

    /** For anybody, with nothing to correct. */
    public TaskCreated(
            String taskId,
            String projectId,
            String externalId,
            TaskKind kind,
            Media media,
            int complexityPermille,
            int priority,
            @Nullable Integer minTier,
            Instant createdAt) {
        this(
                taskId,
                projectId,
                externalId,
                kind,
                media,
                complexityPermille,
                priority,
                minTier,
                createdAt,
                null,
                List.of());
    }

    @Override
    public String key() {
        return taskId;
    }
}
