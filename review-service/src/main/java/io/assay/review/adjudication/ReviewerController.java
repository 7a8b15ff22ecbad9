package io.assay.review.adjudication;

import io.assay.review.adjudication.MongoReviewers.Counts;
import io.assay.review.skill.Interval;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviewers, measured against each other. */
@RestController
@RequestMapping("/v1")
@Tag(name = "reviews")
class ReviewerController {
    private final MongoReviewers reviewers;

    ReviewerController(MongoReviewers reviewers) {
        this.reviewers = reviewers;
    }

    @GetMapping("/ops/review-service/reviewers")
    @PreAuthorize("hasRole('OPS')")
    @Operation(
            summary = "How often a second reviewer agreed with each",
            description =
                    "By audits of what they decided and by appeals against it. In order of id; limit"
                            + " 1 to 200, cursor from the page before.")
    Page<ReviewerView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(
                        reviewers.page(cursor == null ? "" : cursor, size + 1),
                        size,
                        Counts::reviewerId)
                .map(ReviewerView::of);
    }

    @GetMapping("/reviewers/me")
    @PreAuthorize("hasRole('REVIEWER')")
    @Operation(
            summary = "How often I and other reviewers agree",
            description =
                    "By audits of what one of us decided and by appeals against it: how often"
                            + " others agreed with me, and how often I with others.")
    Agreement own(@Parameter(hidden = true) Caller caller) {
        return Agreement.of(reviewers.of(caller.id()));
    }

    /**
     * @param decisions in all
     * @param secondLooks at them, by others
     * @param agreed of these
     * @param lower bound of the 90 % credible interval of the share that agrees, 0 to 1
     * @param upper bound of it
     * @param looked at others' decisions
     * @param concurred of these
     */
    record Agreement(
            long decisions,
            long secondLooks,
            long agreed,
            double lower,
            double upper,
            long looked,
            long concurred) {

        static Agreement of(Counts counts) {
            Interval share = Interval.of(counts.agreed(), counts.secondLooks());
            return new Agreement(
                    counts.decisions(),
                    counts.secondLooks(),
                    counts.agreed(),
                    share.lower(),
                    share.upper(),
                    counts.looked(),
                    counts.concurred());
        }
    }

    /**
     * @param decisions in all
     * @param secondLooks at them, by others
     * @param agreed of these
     * @param lower bound of the 90 % credible interval of the share that agrees, 0 to 1
     * @param upper bound of it
     */
    record ReviewerView(
            String reviewerId,
            long decisions,
            long secondLooks,
            long agreed,
            double lower,
            double upper) {

        static ReviewerView of(Counts counts) {
            Interval share = Interval.of(counts.agreed(), counts.secondLooks());
            return new ReviewerView(
                    counts.reviewerId(),
                    counts.decisions(),
                    counts.secondLooks(),
                    counts.agreed(),
                    share.lower(),
                    share.upper());
        }
    }
}
