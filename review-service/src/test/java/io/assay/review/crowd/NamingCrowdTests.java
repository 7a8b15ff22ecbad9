package io.assay.review.crowd;

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

class NamingCrowdTests {
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

    private final NamingCrowd crowd = new NamingCrowd(ANIMALS);

    @Test
    void saysNothingAsLongAsItHasSeenLittle() {
        learn(crowd, "t", List.of(label("ann", "cat")));

        assertThat(crowd.belief("t", votes(List.of(label("ann", "cat"))), RULE)).isEmpty();
        assertThat(crowd.method()).isEmpty();
        assertThat(crowd.accuracy("ann")).isEmpty();
    }

    @Test
    void believesOneWhoIsGoodMoreThanTwoWhoGuess() {
        watch(crowd);

        Belief belief =
                belief(
                        crowd,
                        "new",
                        List.of(label("ann", "cat"), label("gus", "dog"), label("gil", "dog")),
                        RULE);

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(crowd.accuracy("ann").orElseThrow())
                .isGreaterThan(crowd.accuracy("gus").orElseThrow() + 0.2);
    }

    @Test
    void aLabelOfSomebodyNewCounts() {
        watch(crowd);

        Belief belief = belief(crowd, "new", List.of(label("new", "dog")), RULE);

        assertThat(belief.consensus().answer()).isEqualTo(new Answer.Category("dog"));
        assertThat(belief.confidence()).isBetween(0.5, 0.95);
    }

    @Test
    void whatIsHeardAgainChangesNothing() {
        watch(crowd);
        double before = confidence(crowd);

        for (int i = 0; i < 100; i++) {
            learn(crowd, "t" + i, labels(i));
        }

        assertThat(confidence(crowd)).isEqualTo(before);
    }

    @Test
    void remembersWhatItLearnt() {
        watch(crowd);
        crowd.learn(gold("gold", new Answer.Category("cat"), List.of(label("ann", "cat"))));

        NamingCrowd again = NamingCrowd.of(ANIMALS, crowd.remembered());

        assertThat(again.remembered()).isEqualTo(crowd.remembered());
        assertThat(confidence(again)).isCloseTo(confidence(crowd), within(0.05));
    }

    @Test
    void goldThatIsDoubtedTeachesNoMore() {
        watch(crowd);
        double before = crowd.accuracy("ann").orElseThrow();
        for (int i = 0; i < 20; i++) {
            crowd.learn(gold("gold" + i, new Answer.Category("dog"), List.of(label("ann", "cat"))));
        }
        double blamed = crowd.accuracy("ann").orElseThrow();
        for (int i = 0; i < 20; i++) {
            crowd.learn(gold("gold" + i, null, List.of()));
        }

        assertThat(blamed).isLessThan(before - 0.05);
        assertThat(crowd.accuracy("ann").orElseThrow()).isGreaterThan(blamed + 0.05);
    }

    /** When "odd" was decided, little was known, and so the two who guess outvoted Ann. */
    @Test
    void doubtsAResultOnceAnotherAnswerIsMuchLikelier() {
        List<Submission.Label> odd =
                List.of(label("ann", "cat"), label("gil", "dog"), label("gus", "dog"));
        crowd.learn(decided("odd", odd, "dog"));
        crowd.learn(decided("plain", List.of(label("bob", "dog")), "dog"));
        List<String> early = crowd.doubted();
        watch(crowd);

        List<String> later = crowd.doubted();
        NamingCrowd again = NamingCrowd.of(ANIMALS, crowd.remembered());
        List<String> asked = again.doubted();
        crowd.learn(decided("odd", odd, "cat"));
        again.learn(new Lesson("odd", false, null, odd, false, null));

        assertThat(early).isEmpty();
        assertThat(later).containsExactly("odd");
        assertThat(asked).containsExactly("odd");
        assertThat(crowd.doubted()).isEmpty();
        assertThat(again.doubted()).isEmpty();
    }

    @Test
    void answersOfAnotherToolSayNothing() {
        watch(crowd);

        assertThat(
                        crowd.belief(
                                "new",
                                List.of(new Vote("ann", 0.8, new Answer.Verification(true))),
                                RULE))
                .isEmpty();
    }

    @Test
    void aLabelThatIsNotWorthItsPriceIsNotAskedFor() {
        watch(crowd);
        List<Submission.Label> disputed = List.of(label("ann", "cat"), label("bob", "dog"));

        OverlapRule dear = new OverlapRule(1, 5, 0.99, 0.5);
        OverlapRule full = new OverlapRule(1, 2, 0.99);

        assertThat(belief(crowd, "new", disputed, RULE).worthAnother()).isTrue();
        assertThat(belief(crowd, "new", disputed, dear).worthAnother()).isFalse();
        assertThat(belief(crowd, "new", disputed, full).worthAnother()).isFalse();
    }

    @Test
    void ofEachTagItIsKnownWhoSeesIt() {
        NamingCrowd tags = NamingCrowd.of(TAGS, Remembered.NOTHING);
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        Belief belief =
                belief(
                        tags,
                        "new",
                        List.of(tags("ann", "cat", "dog"), tags("bob"), tags("gil", "cat")),
                        RULE);
        NamingCrowd again = NamingCrowd.of(TAGS, tags.remembered());

        // Gil and Bob never see a dog, so that they name none says nothing
        assertThat(belief.consensus().answer())
                .isEqualTo(new Answer.Tags(new TreeSet<>(Set.of("cat", "dog"))));
        assertThat(again.remembered()).isEqualTo(tags.remembered());
        assertThat(tags.accuracy("ann").orElseThrow())
                .isGreaterThan(tags.accuracy("gil").orElseThrow());
    }

    /** Nobody else saw a dog, but Gil and Bob never do. */
    @Test
    void doubtsTagsOnceOneOfThemIsMuchLikelierOtherwise() {
        NamingCrowd tags = NamingCrowd.of(TAGS, Remembered.NOTHING);
        List<Submission.Label> odd =
                List.of(tags("ann", "cat", "dog"), tags("bob", "cat"), tags("gil", "cat"));
        Answer onlyCat = new Answer.Tags(new TreeSet<>(Set.of("cat")));
        tags.learn(new Lesson("odd", false, null, odd, true, onlyCat));
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        assertThat(tags.doubted()).containsExactly("odd");
    }

    @Test
    void asksForAnotherLabelOfTagsWhileOneOfThemIsUnsure() {
        NamingCrowd tags = NamingCrowd.of(TAGS, Remembered.NOTHING);
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        Belief agreed = belief(tags, "new", List.of(tags("ann", "cat"), tags("cy", "cat")), RULE);
        Belief disputed = belief(tags, "new", List.of(tags("ann", "dog"), tags("cy")), RULE);

        assertThat(agreed.worthAnother()).isFalse();
        assertThat(disputed.confidence()).isLessThan(RULE.target());
        assertThat(disputed.worthAnother()).isTrue();
    }

    @Test
    void tagsThatTheProjectDoesNotHaveSayNothing() {
        NamingCrowd tags = NamingCrowd.of(TAGS, Remembered.NOTHING);
        for (int i = 0; i < 60; i++) {
            tags.learn(work("t" + i, tagged(i)));
        }

        assertThat(tags.belief("new", votes(List.of(tags("ann", "cow"))), RULE)).isEmpty();
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

    private static void learn(NamingCrowd crowd, String task, List<Submission.Label> labels) {
        crowd.learn(work(task, labels));
    }

    @Test
    void goldThatNobodyHasAnsweredIsNotKept() {
        NamingCrowd crowd = new NamingCrowd(ANIMALS);

        for (int i = 0; i < 1_000; i++) {
            crowd.learn(gold("g" + i, new Answer.Category("cat"), List.of()));
        }

        assertThat(crowd.remembered().tasks()).isEmpty();
    }

    /** Each of them labels once: with the tasks that are forgotten go the people. */
    @Test
    void peopleWhoseLabelsAreForgottenAreForgotten() {
        NamingCrowd crowd = new NamingCrowd(ANIMALS);
        int most = 0;

        for (int i = 0; i < 60_000; i++) {
            learn(crowd, "t" + i, List.of(label("w" + i, "cat")));
            most = Math.max(most, crowd.people());
        }

        assertThat(most).isLessThan(60_000);
        assertThat(crowd.people()).isLessThanOrEqualTo(50_000);
        assertThat(crowd.remembered().tasks()).hasSizeLessThanOrEqualTo(50_000);
    }

    private static Lesson work(String task, List<Submission.Label> labels) {
        return new Lesson(task, false, null, labels, false, null);
    }

    private static Lesson decided(String task, List<Submission.Label> labels, String result) {
        return new Lesson(task, false, null, labels, true, new Answer.Category(result));
    }

    private static Lesson gold(String task, @Nullable Answer truth, List<Submission.Label> labels) {
        return new Lesson(task, true, truth, labels, false, null);
    }

    private static Belief belief(
            NamingCrowd crowd, String task, List<Submission.Label> labels, OverlapRule rule) {
        return crowd.belief(task, votes(labels), rule).orElseThrow();
    }

    private static List<Vote> votes(List<Submission.Label> labels) {
        return labels.stream()
                .map(label -> new Vote(label.workerId(), 0.8, label.answer()))
                .toList();
    }

    private static double confidence(NamingCrowd crowd) {
        return belief(crowd, "new", List.of(label("ann", "cat")), RULE).confidence();
    }

    /** Ann, Bob and Cy are right; Gus and Gil say the same whatever they see. */
    private static void watch(NamingCrowd crowd) {
        for (int i = 0; i < 100; i++) {
            learn(crowd, "t" + i, labels(i));
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
