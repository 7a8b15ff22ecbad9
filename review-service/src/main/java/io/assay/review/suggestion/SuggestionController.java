package io.assay.review.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.review.adjudication.ReviewProblems;
import io.assay.review.project.MongoProjects;
import io.assay.review.project.ReviewedProject;
import io.assay.review.suggestion.Suggestion.Reply;
import io.assay.review.suggestion.Suggestion.Status;
import io.assay.review.suggestion.Suggestions.Outcome;
import io.assay.review.task.PictureLinks;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.ReviewSettings;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sentences for guidelines: reviewers suggest them, the project's requester replies. */
@RestController
@RequestMapping("/v1/suggestions")
@Tag(name = "suggestions", description = "Sentences that reviewers suggest for a guideline")
class SuggestionController {
    private final Suggestions suggestions;
    private final MongoSuggestions stored;
    private final MongoProjects projects;
    private final PictureLinks pictures;
    private final Pseudonyms pseudonyms;

    SuggestionController(
            Suggestions suggestions,
            MongoSuggestions stored,
            MongoProjects projects,
            PictureLinks pictures,
            ReviewSettings settings) {
        this.suggestions = suggestions;
        this.stored = stored;
        this.projects = projects;
        this.pictures = pictures;
        this.pseudonyms = settings.pseudonyms();
    }

    /**
     * @param taskId of a picture that waits for a reviewer or was decided by one
     * @param sentence that would have made it clear, 1 to 500 characters
     * @param clause of the guideline that it belongs to, 1 to 100 characters
     */
    record SuggestionBody(
            @NotBlank @Size(max = 64) String taskId,
            @NotBlank @Size(max = 500) String sentence,
            @Nullable @Size(min = 1, max = 100) String clause) {}

    @PostMapping
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary =
                    "Suggests a sentence for the guideline, where a picture shows that one is missing",
            description =
                    "One of each reviewer for each picture; the same again gets the same response,"
                            + " another one is 409 already-suggested. It decides nothing about the"
                            + " picture. 404 review-not-found, 403 own-work, 403 own-decision.")
    SuggestionView suggest(Caller caller, @Valid @RequestBody SuggestionBody body) {
        Outcome outcome =
                suggestions.suggest(body.taskId(), caller.id(), body.sentence(), body.clause());
        return told(
                caller, outcome, ReviewProblems::notFound, SuggestionProblems::alreadySuggested);
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('REVIEWER', 'REQUESTER')")
    @Operation(
            summary = "Suggestions, the latest first",
            description =
                    "A requester's are those for their projects, a reviewer's all. status: open,"
                            + " taken or declined. limit 1 to 200, cursor from the page before.")
    Page<SuggestionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        String requester = caller.has("reviewer") ? null : caller.id();
        List<Suggestion> found =
                stored.list(
                        new MongoSuggestions.Filter(requester, projectId, status(status), cursor),
                        size + 1);
        Map<String, ReviewedProject> known =
                projects.findAll(found.stream().map(Suggestion::projectId).distinct().toList());
        return Page.of(found, size, Suggestion::place)
                .map(one -> view(caller, one, known.get(one.projectId())));
    }

    /**
     * @param taken true: the guideline says it now, or will
     * @param reason why not, or what came of it, 1 to 500 characters; has to be there if it is
     *     declined
     */
    record ReplyBody(@NotNull Boolean taken, @Nullable @Size(min = 1, max = 500) String reason) {

        @AssertTrue(message = "expected: a reason where it is declined")
        boolean isDeclinedWithReason() {
            return !Boolean.FALSE.equals(taken) || (reason != null && !reason.isBlank());
        }
    }

    @PostMapping("/{id}/reply")
    @PreAuthorize("hasRole('REQUESTER')")
    @Operation(
            summary = "Takes a suggestion, or declines it",
            description =
                    "For the project's requester, once; the same again gets the same response. The"
                            + " guideline itself is changed by PUT /v1/projects/{id}/guideline. 404"
                            + " suggestion-not-found, 409 already-decided.")
    SuggestionView reply(
            Caller caller, @PathVariable String id, @Valid @RequestBody ReplyBody body) {
        return told(
                caller,
                suggestions.reply(id, caller.id(), body.taken(), body.reason()),
                SuggestionProblems::notFound,
                ReviewProblems::alreadyDecided);
    }

    private SuggestionView told(
            Caller caller, Outcome outcome, Supplier<Problem> notFound, Supplier<Problem> already) {
        return switch (outcome) {
            case Outcome.Done(Suggestion suggestion) ->
                    view(caller, suggestion, projects.find(suggestion.projectId()).orElse(null));
            case Outcome.NotFound() -> throw notFound.get();
            case Outcome.Already() -> throw already.get();
            case Outcome.Conflicting(var conflict) -> throw ReviewProblems.of(conflict);
        };
    }

    private static @Nullable Status status(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(Status.values())
                        .filter(status -> status.wireName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> SuggestionProblems.badStatus(name));
    }

    private SuggestionView view(
            Caller caller, Suggestion suggestion, @Nullable ReviewedProject project) {
        return new SuggestionView(
                suggestion.id(),
                suggestion.taskId(),
                suggestion.projectId(),
                project == null ? suggestion.projectId() : project.name(),
                pictures.of(suggestion.media()),
                suggestion.sentence(),
                suggestion.clause(),
                suggestion.guidelineVersion(),
                pseudonyms.of(suggestion.projectId(), suggestion.reviewer()),
                suggestion.reviewer().equals(caller.id()),
                suggestion.madeAt(),
                suggestion.status(),
                suggestion.reply());
    }

    /**
     * A suggestion, as reviewers and the project's requester see it.
     *
     * @param projectName as its requester calls it
     * @param media the picture that gave rise to it
     * @param guidelineVersion that was current then
     * @param reviewer a pseudonym of the project
     * @param mine true if the caller made it
     * @param reply of the requester; absent so far
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuggestionView(
            String id,
            String taskId,
            String projectId,
            String projectName,
            PictureLinks.Picture media,
            String sentence,
            @Nullable String clause,
            int guidelineVersion,
            String reviewer,
            boolean mine,
            Instant madeAt,
            Status status,
            @Nullable Reply reply) {}
}
