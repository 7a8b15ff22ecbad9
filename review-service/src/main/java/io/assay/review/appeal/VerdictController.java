package io.assay.review.appeal;

import io.assay.events.Answer;
import io.assay.events.FlagReason;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import io.assay.review.appeal.Appeal.Status;
import io.assay.review.appeal.FileAppeal.Found;
import io.assay.review.appeal.FileAppeal.Outcome;
import io.assay.review.verdict.Judgement;
import io.assay.review.verdict.Submission;
import io.assay.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a worker reads of a verdict, and an appeal against it. Another's does not exist here. */
@RestController
@RequestMapping("/v1/verdicts")
@PreAuthorize("hasRole('WORKER')")
@Tag(name = "verdicts", description = "Why a label was accepted or rejected, and appeals")
class VerdictController {
    private final FileAppeal appeals;
    private final RightAnswers rightAnswers;

    VerdictController(FileAppeal appeals, RightAnswers rightAnswers) {
        this.appeals = appeals;
        this.rightAnswers = rightAnswers;
    }

    @GetMapping("/{assignmentId}")
    @Operation(
            summary = "The verdict on one of my labels or flags, its reason and evidence",
            description =
                    "appealUntil is there while a rejection may be appealed against. rightAnswer is"
                            + " there in tutorials and tests, for rejections whose reviewer named a"
                            + " clause, and for all once the project is closed; in the latter two when"
                            + " nobody can hold a lease from before. 404 verdict-not-found also while"
                            + " there is no verdict.")
    VerdictView one(@Parameter(hidden = true) Caller caller, @PathVariable String assignmentId) {
        return appeals.find(assignmentId, caller.id())
                .map(this::view)
                .orElseThrow(AppealProblems::verdictNotFound);
    }

    /** Why the rejection is wrong. */
    record AppealBody(@NotBlank @Size(max = 2_000) String text) {}

    @PostMapping("/{assignmentId}/appeal")
    @Operation(
            summary = "Appeals against a rejection",
            description =
                    "Another reviewer decides. Once per verdict, within the project's days"
                            + " (reviewRule.appealDays); the same text again gets the same answer."
                            + " 404 verdict-not-found, 409 not-rejected, already-appealed,"
                            + " appeal-window-closed (with until).")
    VerdictView appeal(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String assignmentId,
            @Valid @RequestBody AppealBody body) {
        return switch (appeals.file(assignmentId, caller.id(), body.text())) {
            case Outcome.Filed(Found found) -> view(found);
            case Outcome.NotFound() -> throw AppealProblems.verdictNotFound();
            case Outcome.NotRejected() -> throw AppealProblems.notRejected();
            case Outcome.AlreadyAppealed() -> throw AppealProblems.alreadyAppealed();
            case Outcome.TooLate(Instant until) -> throw AppealProblems.tooLate(until);
        };
    }

    private VerdictView view(Found found) {
        return VerdictView.of(found, rightAnswers.shownWith(found.verdict()).orElse(null));
    }

    /**
     * A verdict. Nothing here shows what it rests on.
     *
     * @param explanation what was compared, and how much was needed
     * @param score agreement with the accepted answer, 0 to 1
     * @param guidelineVersion that the label was made under and judged by
     * @param clause of the guideline that a reviewer named
     * @param answer as it was given; absent for a flag
     * @param flag as it was raised; absent for an answer
     * @param reviewedAt to the second: finer it would show what was judged together
     * @param appealUntil absent if there is nothing to appeal against, or an appeal
     * @param rightAnswer the accepted answer; absent unless the worker may know it
     */
    record VerdictView(
            String assignmentId,
            String projectId,
            Verdict verdict,
            VerdictReason reason,
            String explanation,
            double score,
            int guidelineVersion,
            @Nullable String clause,
            @Nullable Answer answer,
            @Nullable FlagReason flag,
            Instant reviewedAt,
            @Nullable Instant appealUntil,
            @Nullable AppealView appeal,
            @Nullable Answer rightAnswer) {

        static VerdictView of(Found found, @Nullable Answer rightAnswer) {
            PublishedVerdict published = found.verdict();
            Submission submission = published.submission();
            Judgement judgement = published.judgement();
            boolean open = judgement.verdict() == Verdict.REJECTED && found.appeal().isEmpty();
            return new VerdictView(
                    submission.assignmentId(),
                    published.projectId(),
                    judgement.verdict(),
                    judgement.reason(),
                    judgement.explanation(),
                    judgement.score(),
                    submission.terms().guidelineVersion(),
                    judgement.clause(),
                    submission instanceof Submission.Label label ? label.answer() : null,
                    submission instanceof Submission.Flag flag ? flag.reason() : null,
                    published.at().truncatedTo(ChronoUnit.SECONDS),
                    open ? found.until().truncatedTo(ChronoUnit.SECONDS) : null,
                    found.appeal().map(AppealView::of).orElse(null),
                    rightAnswer);
        }
    }

    /**
     * @param status waiting, upheld or denied
     * @param reason why it was decided so
     * @param clause of the guideline that this refers to
     */
    record AppealView(
            Status status,
            String text,
            Instant filedAt,
            @Nullable String reason,
            @Nullable String clause,
            @Nullable Instant decidedAt) {

        static AppealView of(Appeal appeal) {
            Appeal.AppealDecision ruling = appeal.ruling();
            return ruling == null
                    ? new AppealView(
                            appeal.status(), appeal.text(), appeal.filedAt(), null, null, null)
                    : new AppealView(
                            appeal.status(),
                            appeal.text(),
                            appeal.filedAt(),
                            ruling.reason(),
                            ruling.clause(),
                            ruling.at());
        }
    }
}
