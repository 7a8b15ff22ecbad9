package io.assay.review.learning;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.OverlapRule;
import io.assay.events.Tool;
import io.assay.review.verdict.Submission;
import io.assay.truth.consensus.Vote;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassificationModelTests {
    private static final Questions ANIMALS =
            Questions.of(
                            new Ontology(
                                    Tool.CATEGORY,
                                    List.of(
                                            new LabelClass("cat", "Cat"),
                                            new LabelClass("dog", "Dog"))))
                    .orElseThrow();
    private static final Questions TAGS = new Questions(Tool.TAGS, List.of("cat", "dog", "rare"));
    private static final OverlapRule RULE = new OverlapRule(1, 5, 0.9);

    private final ClassificationModel model = new ClassificationModel(ANIMALS);

    @Test
    void saysNothingAsLongAsItHasSeenLittle() {
        learn(model, "t", List.of(label("ann", "cat")));

        assertThat(model.estimate("t", votes(List.of(label("ann", "cat"))), RULE)).isEmpty();
        assertThat(model.method()).isEmpty();
        assertThat(model.accuracy("ann")).isEmpty();
    }

    @Test
    void believesOneWhoIsGoodMoreThanTwoWhoGuess() {
        watch(model);

        Estimate estimate =
                estimate(
                        model,
                        "new",
                        List.of(label("ann", "cat"), label("gus", "dog"), label("gil", "dog")),
                        RULE);

        assertThat(estimate.consensus().answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(model.accuracy("ann").orElseThrow())
                .isGreaterThan(model.accuracy("gus").orElseThrow() + 0.2);
    }

    @Test
    void aLabelOfSomebodyNewCounts() {
        watch(model);

        Estimate estimate = estimate(model, "new", List.of(label("new", "dog")), RULE);

        assertThat(estimate.consensus().answer()).isEqualTo(new Answer.Category("dog"));
        assertThat(estimate.confidence()).isBetween(0.5, 0.95);
    }

    @Test
    void whatIsHeardAgainChangesNothing() {
        watch(model);
        double before = confidence(model);

        for (int i = 0; i < 100; i++) {
            learn(model, "t" + i, labels(i));
        }

        assertThat(confidence(model)).isEqualTo(before);
    }

    @Test
    void remembersWhatItLearnt() {
        watch(model);
        model.learn(gold("gold", new Answer.Category("cat"), List.of(label("ann", "cat"))));

        ClassificationModel again = ClassificationModel.of(ANIMALS, model.snapshot());

        assertThat(again.snapshot()).isEqualTo(model.snapshot());
        assertThat(confidence(again)).isCloseTo(confidence(model), within(0.05));
    }

    @Test
    void goldThatIsDoubtedTeachesNoMore() {
        watch(model);
        double before = model.accuracy("ann").orElseThrow();
        for (int i = 0; i < 20; i++) {
            model.learn(gold("gold" + i, new Answer.Category("dog"), List.of(label("ann", "cat"))));
        }
        double blamed = model.accuracy("ann").orElseThrow();
        for (int i = 0; i < 20; i++) {
            model.learn(gold("gold" + i, null, List.of()));
        }

        assertThat(blamed).isLessThan(before - 0.05);
        assertThat(model.accuracy("ann").orElseThrow()).isGreaterThan(blamed + 0.05);
    }

    /** When "odd" was decided, little was known, and so the two who guess outvoted Ann. */
    @Test
    void doubtsAResultOnceAnotherAnswerIsMuchLikelier() {
        List<Submission.Label> odd =
                List.of(label("ann", "cat"), label("gil", "dog"), label("gus", "dog"));
        model.learn(decided("odd", odd, "dog"));
        model.learn(decided("plain", List.of(label("bob", "dog")), "dog"));
        List<String> early = model.doubtedResults();
        watch(model);

        List<String> later = model.doubtedResults();
        ClassificationModel again = ClassificationModel.of(ANIMALS, model.snapshot());
        List<String> asked = again.doubtedResults();
        model.learn(decided("odd", odd, "cat"));
        again.learn(new TrainingExample("odd", false, null, odd, false, null));

        assertThat(early).isEmpty();
        assertThat(later).containsExactly("odd");
        assertThat(asked).containsExactly("odd");
        assertThat(model.doubtedResults()).isEmpty();
        assertThat(again.doubtedResults()).isEmpty();
    }

    @Test
    void answersOfAnotherToolSayNothing() {
        watch(model);

        assertThat(
                        model.estimate(
                                "new",
                                List.of(new Vote("ann", 0.8, new Answer.Verification(true))),
                                RULE))
                .isEmpty();
    }

    @Test
    void aLabelThatIsNotWorthItsPriceIsNotAskedFor() {
        watch(model);
        List<Submission.Label> disputed = List.of(label("ann", "cat"), label("bob", "dog"));

        OverlapRule dear = new OverlapRule(1, 5, 0.99, 0.5);
        OverlapRule full = new OverlapRule(1, 2, 0.99);

        assertThat(estimate(model, "new", disputed, RULE).worthAnother()).isTrue();
        assertThat(estimate(model, "new", disputed, dear).worthAnother()).isFalse();
        assertThat(estimate(model, "new", disputed, full).worthAnother()).isFalse();
    }

    @Test
    void ofEachTagItIsKnownWhoSeesIt() {
        ClassificationModel tags = ClassificationModel.of(TAGS, ModelSnapshot.NOTHING);
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        Estimate estimate =
                estimate(
                        tags,
                        "new",
                        List.of(tags("ann", "cat", "dog"), tags("bob"), tags("gil", "cat")),
                        RULE);
        ClassificationModel again = ClassificationModel.of(TAGS, tags.snapshot());

        // Gil and Bob never see a dog, so that they name none says nothing
        assertThat(estimate.consensus().answer())
                .isEqualTo(new Answer.Tags(new TreeSet<>(Set.of("cat", "dog"))));
        assertThat(again.snapshot()).isEqualTo(tags.snapshot());
        assertThat(tags.accuracy("ann").orElseThrow())
                .isGreaterThan(tags.accuracy("gil").orElseThrow());
    }

    /** Nobody else saw a dog, but Gil and Bob never do. */
    @Test
    void doubtsTagsOnceOneOfThemIsMuchLikelierOtherwise() {
        ClassificationModel tags = ClassificationModel.of(TAGS, ModelSnapshot.NOTHING);
        List<Submission.Label> odd =
                List.of(tags("ann", "cat", "dog"), tags("bob", "cat"), tags("gil", "cat"));
        Answer onlyCat = new Answer.Tags(new TreeSet<>(Set.of("cat")));
        tags.learn(new TrainingExample("odd", false, null, odd, true, onlyCat));
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        assertThat(tags.doubtedResults()).containsExactly("odd");
    }

    @Test
    void asksForAnotherLabelOfTagsWhileOneOfThemIsUnsure() {
        ClassificationModel tags = ClassificationModel.of(TAGS, ModelSnapshot.NOTHING);
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        Estimate agreed =
                estimate(tags, "new", List.of(tags("ann", "cat"), tags("cy", "cat")), RULE);
        Estimate disputed = estimate(tags, "new", List.of(tags("ann", "dog"), tags("cy")), RULE);

        assertThat(agreed.worthAnother()).isFalse();
        assertThat(disputed.confidence()).isLessThan(RULE.target());
        assertThat(disputed.worthAnother()).isTrue();
    }

    @Test
    void tagsThatTheProjectDoesNotHaveSayNothing() {
        ClassificationModel tags = ClassificationModel.of(TAGS, ModelSnapshot.NOTHING);
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        assertThat(tags.estimate("new", votes(List.of(tags("ann", "cow"))), RULE)).isEmpty();
    }

    /** Ann, Cy and Dan see all, Bob and Gil never a dog. */
    private static List<Submission.Label> tagged(int task) {
        List<String> there =
                switch (task % 4) {
                    case 0 -> List.of();
                    case 1 -> List.of("cat");
                    case 2 -> List.of("dog");
                    default -> List.of("cat", "dog");
                };
        String[] all = there.toArray(String[]::new);
        String[] cats = there.stream().filter("cat"::equals).toArray(String[]::new);
        return List.of(
                tags("ann", all),
                tags("cy", all),
                tags("dan", all),
                tags("bob", cats),
                tags("gil", cats));
    }

    private static Submission.Label tags(String worker, String... ids) {
        return new Submission.Label(
                worker + "-label",
                worker,
                TERMS,
                new Answer.Tags(new TreeSet<>(Set.of(ids))),
                NOON,
                NOON);
    }

    private static void learn(
            ClassificationModel model, String task, List<Submission.Label> labels) {
        model.learn(work(task, labels));
    }

    @Test
    void goldThatNobodyHasAnsweredIsNotKept() {
        ClassificationModel model = new ClassificationModel(ANIMALS);

        for (int i = 0; i < 1_000; i++) {
            model.learn(gold("g" + i, new Answer.Category("cat"), List.of()));
        }

        assertThat(model.snapshot().tasks()).isEmpty();
    }

    /** Each of them labels once: with the tasks that are forgotten go the people. */
    @Test
    void peopleWhoseLabelsAreForgottenAreForgotten() {
        ClassificationModel model = new ClassificationModel(ANIMALS);
        int most = 0;

        for (int i = 0; i < 60_000; i++) {
            learn(model, "t" + i, List.of(label("w" + i, "cat")));
            most = Math.max(most, model.workerCount());
        }

        assertThat(most).isLessThan(60_000);
        assertThat(model.workerCount()).isLessThanOrEqualTo(50_000);
        assertThat(model.snapshot().tasks()).hasSizeLessThanOrEqualTo(50_000);
    }

    private static TrainingExample work(String task, List<Submission.Label> labels) {
        return new TrainingExample(task, false, null, labels, false, null);
    }

    private static TrainingExample decided(
            String task, List<Submission.Label> labels, String result) {
        return new TrainingExample(task, false, null, labels, true, new Answer.Category(result));
    }

    private static TrainingExample gold(
            String task, @Nullable Answer truth, List<Submission.Label> labels) {
        return new TrainingExample(task, true, truth, labels, false, null);
    }

    private static Estimate estimate(
            ClassificationModel model,
            String task,
            List<Submission.Label> labels,
            OverlapRule rule) {
        return model.estimate(task, votes(labels), rule).orElseThrow();
    }

    private static List<Vote> votes(List<Submission.Label> labels) {
        return labels.stream()
                .map(label -> new Vote(label.workerId(), 0.8, label.answer()))
                .toList();
    }

    private static double confidence(ClassificationModel model) {
        return estimate(model, "new", List.of(label("ann", "cat")), RULE).confidence();
    }

    /** Ann, Bob and Cy are right; Gus and Gil say the same whatever they see. */
    private static void watch(ClassificationModel model) {
        for (int i = 0; i < 100; i++) {
            learn(model, "t" + i, labels(i));
        }
    }

    private static List<Submission.Label> labels(int task) {
        String truth = task % 2 == 0 ? "cat" : "dog";
        return List.of(
                label("ann", truth),
                label("bob", truth),
                label("cy", truth),
                label("gus", "cat"),
                label("gil", "dog"));
    }

    private static Submission.Label label(String worker, String classId) {
        return new Submission.Label(
                worker + "-label", worker, TERMS, new Answer.Category(classId), NOON, NOON);
    }
}
