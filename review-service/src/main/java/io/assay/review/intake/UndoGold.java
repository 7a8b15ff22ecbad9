package io.assay.review.intake;

import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.gold.UndoScores;
import io.assay.review.task.GoldAnswer;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.Step;
import java.util.List;

/**
 * Takes back what suspended gold has done. What is to be done is in the task's document, so a crash
 * only delays it; several instances may run this.
 */
class UndoGold {
    private static final int BATCH = 50;

    private final MongoTasks tasks;
    private final UndoScores scores;

    UndoGold(MongoTasks tasks, UndoScores scores) {
        this.tasks = tasks;
        this.scores = scores;
    }

    void undo() {
        tasks.undoing(BATCH).forEach(this::undo);
    }

    private void undo(Versioned<ReviewedTask> read) {
        GoldAnswer gold = read.state().gold();
        if (gold != null && gold.undoing() != null && scores.undo(read.id(), gold.undoing())) {
            ReviewedTask next = read.state().withGold(gold.undone());
            try {
                tasks.update(read, new Step(next, List.of(), List.of()));
            } catch (StaleVersion e) {
                // changed meanwhile: the next round finds nothing left to take back
            }
        }
    }
}
