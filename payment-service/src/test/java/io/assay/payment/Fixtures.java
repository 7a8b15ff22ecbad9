package io.assay.payment;

import io.assay.events.AssignmentReturned;
import io.assay.events.CorrectionReason;
import io.assay.events.Guideline;
import io.assay.events.Ids;
import io.assay.events.LabelClass;
import io.assay.events.LabelReviewed;
import io.assay.events.LeaseRule;
import io.assay.events.LeaseTerms;
import io.assay.events.Money;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.RateCard;
import io.assay.events.ReturnReason;
import io.assay.events.TaskAssigned;
import io.assay.events.TierRule;
import io.assay.events.Tool;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events that tests need. Cards price a label at 150 paise, and 20 % more in tier 2. */
public final class Fixtures {

    public static final Instant NOON = TestClock.NOON;

    private Fixtures() {}

    public static Money rupees(long paise) {
        return new Money(paise, "INR");
    }

    public static ProjectChanged project(String projectId, int rateVersion, long budget) {
        return project(projectId, rateVersion, 150, 7, rupees(budget));
    }

    public static ProjectChanged project(
            String projectId, int rateVersion, long price, int holdDays, Money budget) {
        return new ProjectChanged(
                projectId,
                "requester-of-" + projectId,
                "Animals",
                ProjectStatus.PUBLISHED,
                "image",
                new Ontology(Tool.CATEGORY, List.of(new LabelClass("cat", "Cat"))),
                new Guideline(1, Ids.sha256Hex(new byte[0]), ""),
                new RateCard(rateVersion, new Money(price, budget.currency()), Map.of(2, 1_200)),
                new OverlapRule(1, 3, 0.9),
                0.1,
                new TierRule("general", 1),
                new LeaseRule(10, 600),
                holdDays,
                budget,
                List.of(),
                NOON);
    }

    public static LeaseTerms terms(int rateVersion, long price) {
        return new LeaseTerms(1, rupees(price), rateVersion, 1_000, 1);
    }

    public static TaskAssigned assigned(String taskId, String workerId, String projectId) {
        return new TaskAssigned(
                Ids.assignmentId(taskId, workerId),
                taskId,
                projectId,
                workerId,
                terms(1, 150),
                NOON,
                NOON.plusSeconds(600));
    }

    public static AssignmentReturned returned(String taskId, String workerId, String projectId) {
        return new AssignmentReturned(
                Ids.assignmentId(taskId, workerId),
                taskId,
                projectId,
                workerId,
                terms(1, 150),
                ReturnReason.EXPIRED,
                NOON.plusSeconds(600));
    }

    public static LabelReviewed accepted(String taskId, String workerId, String projectId) {
        return reviewed(taskId, workerId, projectId, Verdict.ACCEPTED, terms(1, 150));
    }

    public static LabelReviewed rejected(String taskId, String workerId, String projectId) {
        return reviewed(taskId, workerId, projectId, Verdict.REJECTED, terms(1, 150));
    }

    /** A rejected label that is accepted after all, as an appeal was upheld. */
    public static LabelReviewed corrected(String taskId, String workerId, String projectId) {
        return corrected(taskId, workerId, projectId, CorrectionReason.APPEAL);
    }

    /** A rejected label that is accepted after all. */
    public static LabelReviewed corrected(
            String taskId, String workerId, String projectId, CorrectionReason why) {
        LabelReviewed first = accepted(taskId, workerId, projectId);
        return new LabelReviewed(
                first.assignmentId(),
                taskId,
                projectId,
                workerId,
                first.terms(),
                first.verdict(),
                first.reason(),
                VerdictBasis.REVIEWER,
                "",
                1,
                NOON.plusSeconds(3_600),
                "2.1",
                why);
    }

    public static LabelReviewed reviewed(
            String taskId, String workerId, String projectId, Verdict verdict, LeaseTerms terms) {
        boolean accepted = verdict == Verdict.ACCEPTED;
        return new LabelReviewed(
                Ids.assignmentId(taskId, workerId),
                taskId,
                projectId,
                workerId,
                terms,
                verdict,
                accepted ? VerdictReason.AGREES : VerdictReason.DIFFERS,
                VerdictBasis.CONSENSUS,
                "",
                1,
                NOON);
    }
}
