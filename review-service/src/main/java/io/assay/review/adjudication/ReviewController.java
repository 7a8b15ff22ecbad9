package io.assay.review.adjudication;

import io.assay.review.adjudication.DecideTask.Outcome;
import io.assay.review.adjudication.ReviewCase.Decided;
import io.assay.review.task.QueueReason;
import io.assay.web.Caller;
import io.assay.web.ETags;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reviewers' queue. */
@RestController
@RequestMapping("/v1/reviews")
@PreAuthorize("hasRole('REVIEWER')")
@Tag(name = "reviews", description = "Disputed and flagged pictures, and the decision on them")
class ReviewController {
    private final Cases cases;
    private final DecideTask decideTask;

    ReviewController(Cases cases, DecideTask decideTask) {
        this.cases = cases;
        this.decideTask = decideTask;
    }

    @GetMapping
    @Operation(
            summary = "Pictures that wait for a reviewer, the most valuable first",
            description =
                    "First what has no result, the least confident before the others, then audits. reason:"
                            + " undecided, flagged or audit. What the reviewer may not decide,"
                            + " having labelled or decided it, is left out, so a page may be short.")
    Page<QueueItem> queue(
            Caller caller,
            @RequestParam(required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return cases.queue(
                projectId,
                reason(reason),
                cursor == null ? "" : cursor,
                Page.limit(limit),
                caller.id());
    }

    @GetMapping("/{taskId}")
    @Operation(
            summary = "What a reviewer needs to decide one picture",
            description = "404 review-not-found if it needs none, 403 own-work, 403 own-decision.")
    ResponseEntity<ReviewCase> one(@PathVariable String taskId, Caller caller) {
        Cases.Found found = cases.find(taskId, caller.id()).orElseThrow(ReviewProblems::notFound);
        found.conflict()
                .ifPresent(
                        conflict -> {
                            throw ReviewProblems.of(conflict);
                        });
        return ResponseEntity.ok().eTag(ETags.of(found.version())).body(found.content());
    }

    @PostMapping("/{taskId}/decision")
    @Operation(
            summary = "Decides a picture, once",
            description =
                    "If-Match names the version that was looked at: 428 without, 412 if it has"
                            + " changed. Repeating the same decision gets the same response;"
                            + " another one is 409 already-decided, and 409 picture-withdrawn if its"
                            + " requester took it back. 403 own-work for a picture that"
                            + " the reviewer has labelled, 403 own-decision for an audit of what"
                            + " they decided, 422 invalid-answer for an answer that does not fit"
                            + " the project or an audit's change without a clause, 409"
                            + " newer-guideline if it would reject a label by a later"
                            + " guidelineVersion than the label's.")
    Decided decide(
            @PathVariable String taskId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DecisionBody body,
            Caller caller) {
        long version = ETags.required(ifMatch);
        return switch (decideTask.decide(taskId, body.ruling(caller.id()), version)) {
            case Outcome.Accepted(Decided decided) -> decided;
            case Outcome.NotFound() -> throw ReviewProblems.notFound();
            case Outcome.AlreadyDecided() -> throw ReviewProblems.alreadyDecided();
            case Outcome.Withdrawn() -> throw ReviewProblems.withdrawn();
            case Outcome.OwnWork() -> throw ReviewProblems.ownWork();
            case Outcome.OwnDecision() -> throw ReviewProblems.ownDecision();
            case Outcome.NewerGuideline(int named, int oldest) ->
                    throw ReviewProblems.newerGuideline(named, oldest);
            case Outcome.Stale(long current) -> throw ReviewProblems.stale(version, current);
            case Outcome.Invalid(List<String> problems) -> throw ReviewProblems.invalid(problems);
        };
    }

    private static @Nullable QueueReason reason(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(QueueReason.values())
                        .filter(reason -> reason.wireName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ReviewProblems.badReason(name));
    }
}
