package io.assay.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the images of the services that a stack runs. */
final class Images {

    private static final int AT_A_TIME = 2;

    private Images() {}

    /** Makes those that are missing or outdated. */
    static void prepare(StackConfig config, Progress progress) {
        List<ServiceImage> outdated =
                Component.services().stream()
                        .filter(component -> !config.instancesOf(component).isEmpty())
                        .map(component -> new ServiceImage(config.home(), component.processName()))
                        .filter(image -> !image.isCurrent())
                        .toList();
        if (outdated.isEmpty()) {
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Void>> made =
                    outdated.stream()
                            .map(image -> pool.submit(() -> make(image, progress)))
                            .toList();
            for (Future<Void> image : made) {
                image.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure
                    ? failure
                    : new StackFailure(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while preparing");
        }
    }

    private static Void make(ServiceImage image, Progress progress) throws InterruptedException {
        Instant from = Instant.now();
        image.prepare(image.directory().resolveSibling("local.log"));
        progress.prepared(image.name(), Duration.between(from, Instant.now()));
        return null;
    }
}
