package io.assay.task.task;

import io.assay.web.Problem;
import org.springframework.http.HttpStatus;

/** Problems about tasks. */
final class TaskProblems {

    private TaskProblems() {}

    static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "task-not-found", "There is no such task for you.");
    }

    static Problem hasResult(TaskStatus status) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "task-decided",
                        "The task is " + status.wireName() + " and can no longer be withdrawn.")
                .with("status", status.wireName());
    }

    static Problem changed() {
        return Problem.of(
                HttpStatus.CONFLICT, "task-changed", "The task was changed meanwhile: try again.");
    }

    static Problem badReason(int most) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-reason",
                "reason: too long (expected: at most " + most + " characters)");
    }
}
