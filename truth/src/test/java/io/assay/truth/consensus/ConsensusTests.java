package io.assay.truth.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.events.Answer;
import io.assay.events.Box;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsensusTests {

    @Test
    void twoOrdinaryWorkersWhoAgreeAreFairlySure() {
        Consensus consensus = category(vote("a", 0.8, "cat"), vote("b", 0.8, "cat"));

        // odds of each: 0.8 / (0.2 / 3) = 12, so 144 against three others of 1
        assertThat(consensus.answer()).isEqualTo(new Answer.Category("cat"));
        assertThat(consensus.confidence()).isCloseTo(144.0 / 147.0, within(1e-9));
    }

    @Test
    void aTieIsUndecided() {
        Consensus consensus = category(vote("a", 0.8, "cat"), vote("b", 0.8, "dog"));

        assertThat(consensus.confidence()).isLessThan(0.5);
    }

    @Test
    void oneExpertOutweighsTwoGuessers() {
        Consensus consensus =
                category(vote("a", 0.97, "cat"), vote("b", 0.4, "dog"), vote("c", 0.4, "dog"));

        assertThat(consensus.answer()).isEqualTo(new Answer.Category("cat"));
    }

    @Test
    void whoDoesWorseThanGuessingIsNoEvidence() {
        Consensus alone = category(vote("a", 0.9, "cat"));
        Consensus disturbed = category(vote("a", 0.9, "cat"), vote("b", 0.01, "dog"));

        assertThat(disturbed.answer()).isEqualTo(alone.answer());
        assertThat(disturbed.confidence()).isCloseTo(alone.confidence(), within(1e-9));
    }

    @Test
    void unanimousButWrongIsAccepted() {
        assertThat(category(vote("a", 0.9, "dog"), vote("b", 0.9, "dog")).answer())
                .isEqualTo(new Answer.Category("dog"));
    }

    @Test
    void anAnswerByAnotherToolSaysNothing() {
        Vote tags = new Vote("a", 0.9, tags("cat"));

        assertThat(Consensus.of(ontology(Tool.CATEGORY), List.of(tags))).isEmpty();
        assertThat(category(vote("b", 0.8, "cat"), tags))
                .isEqualTo(category(vote("b", 0.8, "cat")));
    }

    @Test
    void aClassThatThereIsNotSaysNothing() {
        Vote wolf = vote("a", 0.99, "wolf");

        assertThat(Consensus.of(ontology(Tool.CATEGORY), List.of(wolf))).isEmpty();
        assertThat(category(vote("b", 0.8, "cat"), wolf))
                .isEqualTo(category(vote("b", 0.8, "cat")));
        Vote some = new Vote("a", 0.99, tags("cat", "wolf"));
        assertThat(Consensus.of(ontology(Tool.TAGS), List.of(some))).isEmpty();
    }

    @Test
    void keepsTheTagsThatMostHoldFor() {
        Consensus consensus =
                of(
                        Tool.TAGS,
                        new Vote("a", 0.8, tags("cat", "dog")),
                        new Vote("b", 0.8, tags("cat")),
                        new Vote("c", 0.8, tags("cat", "bird")));

        assertThat(consensus.answer()).isEqualTo(tags("cat"));
        // two of three against a tag: odds 4
        assertThat(consensus.confidence()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void noTagIsAnAnswerToo() {
        Consensus consensus = of(Tool.TAGS, new Vote("a", 0.9, tags()), new Vote("b", 0.9, tags()));

        assertThat(consensus.answer()).isEqualTo(tags());
        assertThat(consensus.confidence()).isCloseTo(81.0 / 82.0, within(1e-9));
    }

    @Test
    void findsTheThingThatMostDrewAndPutsItInTheirMiddle() {
        Consensus consensus =
                of(
                        Tool.BOX,
                        boxes("a", box(10, 10, 100, 100)),
                        boxes("b", box(12, 10, 100, 100), box(400, 400, 20, 20)),
                        boxes("c", box(11, 14, 100, 160)));

        assertThat(consensus.answer()).isEqualTo(new Answer.Boxes(List.of(box(11, 10, 100, 100))));
        // two of three against the small box: odds 4, tempered as they are not independent
        double odds = Math.pow(4, 1 / 1.4);
        assertThat(consensus.confidence()).isCloseTo(odds / (1 + odds), within(1e-9));
    }

    @Test
    void neverJoinsTwoBoxesOfOneWorker() {
        Consensus consensus =
                of(
                        Tool.BOX,
                        boxes("a", box(0, 0, 100, 100), box(5, 0, 100, 100)),
                        boxes("b", box(0, 0, 100, 100), box(5, 0, 100, 100)));

        assertThat(((Answer.Boxes) consensus.answer()).boxes()).hasSize(2);
    }

    @Test
    void noBoxIsAnAnswerToo() {
        assertThat(of(Tool.BOX, boxes("a"), boxes("b")).answer())
                .isEqualTo(new Answer.Boxes(List.of()));
    }

    static Ontology ontology(Tool tool) {
        return new Ontology(
                tool,
                Stream.of("cat", "dog", "bird", "fish").map(id -> new LabelClass(id, id)).toList());
    }

    private static Consensus category(Vote... votes) {
        return of(Tool.CATEGORY, votes);
    }

    private static Consensus of(Tool tool, Vote... votes) {
        return Consensus.of(ontology(tool), List.of(votes)).orElseThrow();
    }

    private static Vote vote(String worker, double accuracy, String category) {
        return new Vote(worker, accuracy, new Answer.Category(category));
    }

    private static Vote boxes(String worker, Box... boxes) {
        return new Vote(worker, 0.8, new Answer.Boxes(List.of(boxes)));
    }

    private static Answer.Tags tags(String... ids) {
        return new Answer.Tags(new TreeSet<>(List.of(ids)));
    }

    private static Box box(double x, double y, double width, double height) {
        return new Box("cat", x, y, width, height);
    }
}
