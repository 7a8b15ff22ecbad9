package io.assay.review.appeal;

import io.assay.review.appeal.Appeal.Status;
import io.assay.review.appeal.MongoAppeals.Count;
import io.assay.review.skill.Interval;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What appeals say of the rules that rejected. */
@RestController
@RequestMapping("/v1/ops/review-service/rules")
@PreAuthorize("hasRole('OPS')")
@Tag(name = "appeals")
class RuleController {
    private static final int MAX_RULES = 600;

    private final MongoAppeals appeals;

    RuleController(MongoAppeals appeals) {
        this.appeals = appeals;
    }

    @GetMapping
    @Operation(
            summary = "Rules that rejected, by how often appeals against them are upheld",
            description =
                    "A rule is the verdict's reason and what it rested on, and the clause of the"
                            + " guideline if a reviewer named one. The most doubtful first; the 200"
                            + " or more that are appealed against most.")
    List<RuleView> list() {
        return RuleView.of(appeals.counts(MAX_RULES));
    }

    /**
     * @param lower bound of the 90 % credible interval of the share that is upheld, 0 to 1
     * @param upper bound of it
     */
    record RuleView(
            String rule,
            @Nullable String clause,
            long waiting,
            long upheld,
            long denied,
            double lower,
            double upper) {

        private record Key(String rule, @Nullable String clause) {}

        static List<RuleView> of(List<Count> counts) {
            Map<Key, Map<String, Long>> byRule = new LinkedHashMap<>();
            for (Count count : counts) {
                byRule.computeIfAbsent(
                                new Key(count.rule(), count.clause()), _ -> new LinkedHashMap<>())
                        .merge(count.status(), count.appeals(), Long::sum);
            }
            List<RuleView> views = new ArrayList<>();
            byRule.forEach((key, statuses) -> views.add(of(key, statuses)));
            views.sort(Comparator.comparingDouble(RuleView::lower).reversed());
            return views;
        }

        private static RuleView of(Key key, Map<String, Long> statuses) {
            long upheld = statuses.getOrDefault(Status.UPHELD.wireName(), 0L);
            long denied = statuses.getOrDefault(Status.DENIED.wireName(), 0L);
            Interval share = Interval.of(upheld, upheld + denied);
            return new RuleView(
                    key.rule(),
                    key.clause(),
                    statuses.getOrDefault(Status.WAITING.wireName(), 0L),
                    upheld,
                    denied,
                    share.lower(),
                    share.upper());
        }
    }
}
