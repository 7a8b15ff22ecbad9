package io.assay.review.appeal;

import io.assay.events.Answer;
import io.assay.messaging.Versioned;
import io.assay.review.adjudication.ReviewProblems;
import io.assay.review.appeal.DecideAppeal.Outcome;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Appeals, for the reviewers who decide them. */
@RestController
@RequestMapping("/v1/appeals")
@PreAuthorize("hasRole('REVIEWER')")
@Tag(name = "appeals", description = "Workers against rejections, decided by another reviewer")
class AppealController {
    private final AppealCases cases;
    private final DecideAppeal decideAppeal;
    private final Clock clock;

    AppealController(AppealCases cases, DecideAppeal decideAppeal, Clock clock) {
        this.cases = cases;
        this.decideAppeal = decideAppeal;
        this.clock = clock;
    }

    /**
     * One line of the queue.
     *
     * @param projectName as its requester calls it
     */
    record Item(String appealId, String projectId, String projectName, Instant filedAt) {}

    @GetMapping
    @Operation(
            summary = "Appeals that wait, the oldest first",
            description =
                    "Without the reviewer's own, and without those against their own rejections: so"
                            + " a page may be short. limit 1 to 200, cursor from the page before.")
    Page<Item> queue(
            @Parameter(hidden = true) Caller caller,
            @RequestParam(required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        List<Versioned<Appeal>> found = cases.queue(projectId, cursor == null ? "" : cursor, size);
        Map<String, String> names = cases.projectNames(found);
        return Page.of(found, size, appeal -> appeal.state().place())
                .flatMap(
                        appeal ->
                                concerns(appeal.state(), caller.id())
                                        ? Stream.empty()
                                        : Stream.of(item(appeal, names)));
    }

    private static boolean concerns(Appeal appeal, String reviewer) {
        return reviewer.equals(appeal.workerId()) || reviewer.equals(appeal.rejectedBy());
    }

    private static Item item(Versioned<Appeal> appeal, Map<String, String> names) {
        String projectId = appeal.state().projectId();
        return new Item(
                appeal.id(),
                projectId,
                names.getOrDefault(projectId, projectId),
                appeal.state().filedAt());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "What a reviewer needs to decide one appeal",
            description = "404 appeal-not-found, 403 own-work, 403 own-decision.")
    AppealCase one(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        AppealCases.Found found =
                cases.find(id, caller.id()).orElseThrow(AppealProblems::appealNotFound);
        return switch (found.conflict()) {
            case OWN_WORK -> throw ReviewProblems.ownWork();
            case OWN_DECISION -> throw ReviewProblems.ownDecision();
            case NONE -> found.content();
        };
    }

    /**
     * @param upheld true: the label is accepted and paid
     * @param reason for the worker, 1 to 500 characters
     * @param clause of the guideline that the reason refers to, 1 to 100 characters; has to be
     *     there if the appeal is denied
     * @param guidelineVersion that the clause is of, from 1; the label's if absent
     * @param answer that the picture's result changes to, if it does; only if upheld
     */
    record DecisionBody(
            @NotNull Boolean upheld,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(min = 1, max = 100) String clause,
            @Nullable @Min(1) Integer guidelineVersion,
            @Nullable Answer answer) {}

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Decides an appeal, once",
            description =
                    "Upheld, the label is accepted and paid and the worker's score repaired. Repeating"
                            + " the same decision gets the same response; another one is 409"
                            + " already-decided. 404 appeal-not-found, 403 own-work, 403"
                            + " own-decision, 409 newer-guideline if it is denied by a later"
                            + " guidelineVersion than the label's, 422 invalid-answer for an answer"
                            + " that does not fit or a denial without a clause.")
    AppealCase decide(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @Valid @RequestBody DecisionBody body) {
        Appeal.AppealDecision ruling =
                new Appeal.AppealDecision(
                        caller.id(),
                        body.upheld(),
                        body.reason(),
                        body.clause(),
                        body.guidelineVersion(),
                        body.answer(),
                        clock.instant());
        return switch (decideAppeal.decide(id, ruling)) {
            case Outcome.Decided(AppealCase decided) -> decided;
            case Outcome.NotFound() -> throw AppealProblems.appealNotFound();
            case Outcome.AlreadyDecided() -> throw ReviewProblems.alreadyDecided();
            case Outcome.OwnWork() -> throw ReviewProblems.ownWork();
            case Outcome.OwnDecision() -> throw ReviewProblems.ownDecision();
            case Outcome.Invalid(List<String> problems) -> throw ReviewProblems.invalid(problems);
            case Outcome.NewerGuideline(int named, int oldest) ->
                    throw ReviewProblems.newerGuideline(named, oldest);
        };
    }
}
