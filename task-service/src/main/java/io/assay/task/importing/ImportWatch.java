package io.assay.task.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells imports that are at work from those whose process died: the former give a sign of life, the
 * latter are opened again, at whichever instance notices.
 */
final class ImportWatch {

    static final Duration BEAT = Duration.ofSeconds(3);
    static final Duration SILENCE = Duration.ofSeconds(15);
    static final String INTERRUPTED =
            "interrupted: go on from where it says, or send all rows again";

    private final MongoImports imports;
    private final Clock clock;
    private final Set<String> runners = ConcurrentHashMap.newKeySet();

    ImportWatch(MongoImports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    void started(String runner) {
        runners.add(runner);
    }

    void ended(String runner) {
        runners.remove(runner);
    }

    void beat() {
        Instant now = clock.instant();
        if (!runners.isEmpty()) {
            imports.alive(Set.copyOf(runners), now);
        }
        imports.reopenSilentSince(now.minus(SILENCE), INTERRUPTED, now);
    }
}
