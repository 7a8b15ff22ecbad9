package io.assay.task.export;

import io.assay.events.Answer;
import io.assay.events.Media;
import io.assay.formats.data.Classes;
import io.assay.formats.data.FileNames;
import io.assay.formats.data.Format;
import io.assay.formats.data.Labelled;
import io.assay.formats.data.Loss;
import io.assay.formats.data.Losses;
import io.assay.formats.data.Provenance;
import io.assay.task.task.Outcome;
import io.assay.task.task.Task;
import io.assay.task.task.TaskStatus;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Decides for each task whether it is written, and as what: every task is one or the other. */
final class ExportTasks {

    private final Format format;
    private final Classes classes;
    private final ExportOptions options;
    private final boolean owner;
    private final UnaryOperator<String> link;

    /**
     * @param owner whoever is not reads gold as pending
     * @param link turns a reference to an upload to what is written for it
     */
    ExportTasks(
            Format format,
            Classes classes,
            ExportOptions options,
            boolean owner,
            UnaryOperator<String> link) {
        this.format = format;
        this.classes = classes;
        this.options = options;
        this.owner = owner;
        this.link = link;
    }

    ExportedTask of(Task task) {
        TaskStatus status = task.status().seenBy(owner);
        Outcome outcome = task.outcome();
        return switch (status) {
            case PENDING ->
                    options.includePending()
                            ? written(task, status, null)
                            : missing(task, MissingReason.PENDING, null);
            case GOLD ->
                    options.includeGold()
                            ? written(task, status, task.content().gold())
                            : missing(task, MissingReason.GOLD, null);
            case WITHDRAWN -> missing(task, MissingReason.WITHDRAWN, task.withdrawnFor());
            case UNLABELABLE ->
                    missing(task, MissingReason.UNLABELABLE, decided(task, outcome).reason());
            case LABELLED -> labelled(task, decided(task, outcome));
        };
    }

    private static Outcome decided(Task task, @Nullable Outcome outcome) {
        if (outcome == null) {
            throw new IllegalStateException("task: " + task.id() + " is decided without a result");
        }
        return outcome;
    }

    private ExportedTask labelled(Task task, Outcome outcome) {
        Double confidence = outcome.confidence();
        Double least = options.minConfidence();
        return least != null && confidence != null && confidence < least
                ? missing(task, MissingReason.LOW_CONFIDENCE, null)
                : written(task, TaskStatus.LABELLED, outcome.answer());
    }

    private static ExportedTask missing(Task task, MissingReason why, @Nullable String reason) {
        return new ExportedTask.Missing(task.id(), task.externalId(), why, reason);
    }

    private ExportedTask written(Task task, TaskStatus status, @Nullable Answer answer) {
        Media media = task.content().media();
        Labelled labelled =
                new Labelled(
                        task.externalId(),
                        FileNames.of(task.externalId(), media.contentType()),
                        options.links() ? link.apply(media.ref()) : media.ref(),
                        media.width(),
                        media.height(),
                        answer,
                        provenance(task, status));
        Map<Loss, Integer> losses = Losses.of(format, classes, labelled);
        Optional<Loss> fatal = losses.keySet().stream().filter(Loss::leavesOut).findFirst();
        return fatal.isPresent()
                ? missing(task, MissingReason.of(fatal.get()), fatal.get().explanation())
                : new ExportedTask.Written(labelled, losses);
    }

    private static Provenance provenance(Task task, TaskStatus status) {
        Outcome outcome = status == TaskStatus.LABELLED ? task.outcome() : null;
        return outcome == null
                ? new Provenance(
                        task.id(), status.wireName(), null, null, null, null, null, null, null)
                : new Provenance(
                        task.id(),
                        status.wireName(),
                        outcome.confidence(),
                        outcome.labels(),
                        outcome.decidedBy(),
                        outcome.guidelineVersion(),
                        outcome.version(),
                        outcome.decidedAt(),
                        null,
                        outcome.provenance());
    }
}
