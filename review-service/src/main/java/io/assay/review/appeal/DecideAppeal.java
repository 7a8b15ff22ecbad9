package io.assay.review.appeal;

import io.assay.events.AnswerRules;
import io.assay.events.Media;
import io.assay.messaging.StaleVersion;
import io.assay.messaging.Versioned;
import io.assay.review.adjudication.MongoReviewers;
import io.assay.review.project.ReviewedProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another reviewer decides an appeal. */
class DecideAppeal {

    /** What becomes of a decision. */
    sealed interface Outcome {
        record Decided(AppealCase decided) implements Outcome {}

        record NotFound() implements Outcome {}

        record AlreadyDecided() implements Outcome {}

        /** It is the reviewer's own appeal, or they labelled the same picture. */
        record OwnWork() implements Outcome {}

        /** It is the reviewer who rejected. */
        record OwnDecision() implements Outcome {}

        record Invalid(List<String> problems) implements Outcome {}

        /** Would deny by a guideline that the worker had not seen. */
        record NewerGuideline(int named, int oldest) implements Outcome {}
    }

    private final MongoAppeals appeals;
    private final AppealCases cases;
    private final SettleAppeals settle;
    private final MongoReviewers reviewers;
    private final AppealMetrics metrics;

    DecideAppeal(
            MongoAppeals appeals,
            AppealCases cases,
            SettleAppeals settle,
            MongoReviewers reviewers,
            AppealMetrics metrics) {
        this.appeals = appeals;
        this.cases = cases;
        this.settle = settle;
        this.reviewers = reviewers;
        this.metrics = metrics;
    }

    /** The same decision by the same reviewer again gets the same outcome. */
    Outcome decide(String id, Appeal.AppealDecision ruling) {
        Optional<AppealCases.Found> known = cases.find(id, ruling.reviewer());
        if (known.isEmpty()) {
            return new Outcome.NotFound();
        }
        AppealCases.Found found = known.get();
        return switch (found.conflict()) {
            case OWN_WORK -> new Outcome.OwnWork();
            case OWN_DECISION -> new Outcome.OwnDecision();
            case NONE -> decide(found, ruling);
        };
    }

    private Outcome decide(AppealCases.Found found, Appeal.AppealDecision ruling) {
        Appeal appeal = found.appeal().state();
        if (appeal.ruling() != null) {
            return repeated(found, appeal.ruling(), ruling);
        }
        List<String> problems = problems(ruling, found.project(), found.media());
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        Integer named = ruling.guidelineVersion();
        if (!ruling.upheld() && named != null && named > appeal.guidelineVersion()) {
            return new Outcome.NewerGuideline(named, appeal.guidelineVersion());
        }
        return decided(found, ruling);
    }

    private Outcome decided(AppealCases.Found found, Appeal.AppealDecision ruling) {
        Versioned<Appeal> decided;
        try {
            decided = appeals.update(found.appeal(), found.appeal().state().decided(ruling));
        } catch (StaleVersion _) {
            return new Outcome.AlreadyDecided();
        }
        metrics.decided(decided.state());
        reviewers.decided(ruling.reviewer());
        String first = decided.state().rejectedBy();
        if (first != null) {
            reviewers.lookedAt(first, ruling.reviewer(), !ruling.upheld());
        }
        settle.settle(decided);
        return outcome(decided.id(), ruling.reviewer());
    }

    private Outcome repeated(
            AppealCases.Found found, Appeal.AppealDecision before, Appeal.AppealDecision ruling) {
        if (!ruling.saysLike(before)) {
            return new Outcome.AlreadyDecided();
        }
        if (found.appeal().state().unsettled() != null) {
            settle.settle(found.appeal());
        }
        return outcome(found.appeal().id(), ruling.reviewer());
    }

    private Outcome outcome(String id, String reviewer) {
        return new Outcome.Decided(cases.find(id, reviewer).orElseThrow().content());
    }

    private static List<String> problems(
            Appeal.AppealDecision ruling, ReviewedProject project, Media media) {
        List<String> problems = new ArrayList<>();
        Integer version = ruling.guidelineVersion();
        if (version != null && version > project.guidelineVersion()) {
            problems.add(
                    "guidelineVersion: "
                            + version
                            + " (expected: 1 to "
                            + project.guidelineVersion()
                            + ")");
        }
        if (!ruling.upheld() && ruling.clause() == null) {
            problems.add("clause: missing (expected: the one that the label is at odds with)");
        }
        if (ruling.answer() != null) {
            problems.addAll(
                    ruling.upheld()
                            ? AnswerRules.problems(
                                    ruling.answer(),
                                    project.ontology(),
                                    media.width(),
                                    media.height())
                            : List.of("answer: given (expected: none where the appeal is denied)"));
        }
        return problems;
    }
}
