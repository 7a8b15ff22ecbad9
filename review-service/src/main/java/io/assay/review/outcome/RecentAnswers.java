package io.assay.review.outcome;

import io.assay.events.Answer;
import io.assay.events.VerdictReason;
import io.assay.review.skill.signal.RecentAnswer;
import io.assay.review.task.CountedSubmission;
import io.assay.review.task.Progress;
import io.assay.review.task.ReviewedTask;
import io.assay.review.task.TaskInfo;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The labels of a decided task, as they show their workers' habits. */
final class RecentAnswers {
    private RecentAnswers() {}

    /** By assignment; empty unless the task has an answer. */
    static Map<String, RecentAnswer> of(ReviewedTask task) {
        Map<String, RecentAnswer> acts = new HashMap<>();
        TaskInfo info = task.info();
        if (info != null && task.progress() instanceof Progress.Answered answered) {
            String picture = brief(info.media().ref());
            for (CountedSubmission taken : task.taken()) {
                if (taken.submission() instanceof Submission.Label label) {
                    acts.put(label.assignmentId(), act(picture, label, taken, answered.answer()));
                }
            }
        }
        return acts;
    }

    /** What agrees is the same: two people never draw the same shape. */
    private static RecentAnswer act(
            String picture, Submission.Label label, CountedSubmission taken, Answer outcome) {
        String answer = brief(label.answer());
        Judgement judgement = taken.judgement();
        boolean agrees = judgement != null && judgement.reason() == VerdictReason.AGREES;
        return new RecentAnswer(
                picture, answer, agrees ? answer : brief(outcome), label.submittedAt());
    }

    private static String brief(Answer answer) {
        return switch (answer) {
            case Answer.Category(String id) -> id;
            case Answer.Verification(boolean correct) ->
                    String.valueOf(correct).toLowerCase(Locale.ROOT);
            case Answer.Tags _, Answer.Annotated<?> _ -> brief(answer.toString());
        };
    }

    private static String brief(String text) {
        return Integer.toHexString(text.hashCode());
    }
}
