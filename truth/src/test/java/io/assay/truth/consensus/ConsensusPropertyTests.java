package io.assay.truth.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.Tool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConsensusPropertyTests {
    private static final List<String> CLASSES = List.of("cat", "dog", "bird", "fish");

    /** Votes of one tool, the n-th by worker n. */
    record Ballot(Tool tool, List<Vote> votes) {}

    @Property(tries = 500)
    void confidenceIsAProbability(@ForAll("ballots") Ballot ballot) {
        double confidence = consensus(ballot.tool(), ballot.votes()).confidence();

        assertThat(confidence).isBetween(0.0, 1.0).isNotNaN();
    }

    @Property(tries = 500)
    void theOrderOfVotesDoesNotMatter(@ForAll("ballots") Ballot ballot, @ForAll Random random) {
        List<Vote> shuffled = new ArrayList<>(ballot.votes());
        Collections.shuffle(shuffled, random);

        assertThat(consensus(ballot.tool(), shuffled))
                .isEqualTo(consensus(ballot.tool(), ballot.votes()));
    }

    @Property(tries = 300)
    void aVoteHeardTwiceCountsOnce(@ForAll("ballots") Ballot ballot) {
        List<Vote> twice = new ArrayList<>(ballot.votes());
        twice.addAll(ballot.votes());

        assertThat(consensus(ballot.tool(), twice))
                .isEqualTo(consensus(ballot.tool(), ballot.votes()));
    }

    @Property(tries = 300)
    void unanimityIsFollowedAndMoreOfItIsSurer(
            @ForAll("answers") Answer answer, @ForAll @IntRange(min = 2, max = 25) int workers) {
        Consensus fewer = consensus(answer.tool(), unanimous(answer, workers - 1));
        Consensus more = consensus(answer.tool(), unanimous(answer, workers));

        assertThat(Agreement.between(more.answer(), answer)).isEqualTo(1);
        assertThat(more.confidence()).isGreaterThanOrEqualTo(fewer.confidence());
        assertThat(consensus(answer.tool(), unanimous(answer, 3)).confidence()).isGreaterThan(0.95);
    }

    @Property(tries = 300)
    void everyAnswerAgreesWithItselfAndAgreementIsAShare(
            @ForAll("answers") Answer one, @ForAll("answers") Answer other) {
        assertThat(Agreement.between(one, one)).isEqualTo(1);
        assertThat(Agreement.between(one, other)).isBetween(0.0, 1.0);
    }

    /** He is alone with what he draws and with what he leaves out. */
    @Property(tries = 300)
    void oneCarelessWorkerAmongFiveChangesNothing(
            @ForAll("careless") List<Answer> both, @ForAll @IntRange(min = 0, max = 5) int place) {
        Answer careful = both.getFirst();
        List<Vote> votes = new ArrayList<>(unanimous(careful, 5));
        votes.add(place, new Vote("careless", 0.6, both.getLast()));

        Answer decided = consensus(careful.tool(), votes).answer();

        assertThat(Agreement.between(decided, careful)).isEqualTo(1);
    }

    @Provide
    Arbitrary<List<Answer>> careless() {
        return Arbitraries.of(Tool.values()).flatMap(tool -> answers(tool).list().ofSize(2));
    }

    private static Consensus consensus(Tool tool, List<Vote> votes) {
        return Consensus.of(ConsensusTests.ontology(tool), votes).orElseThrow();
    }

    private static List<Vote> unanimous(Answer answer, int workers) {
        return IntStream.range(0, workers).mapToObj(i -> new Vote("w" + i, 0.8, answer)).toList();
    }

    @Provide
    Arbitrary<Ballot> ballots() {
        return Arbitraries.of(Tool.values())
                .flatMap(
                        tool ->
                                Combinators.combine(answers(tool), accuracies())
                                        .as((answer, accuracy) -> new Vote("?", accuracy, answer))
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(9)
                                        .map(votes -> new Ballot(tool, numbered(votes))));
    }

    @Provide
    Arbitrary<Answer> answers() {
        return Arbitraries.of(Tool.values()).flatMap(this::answers);
    }

    private Arbitrary<Answer> answers(Tool tool) {
        return AnyAnswers.of(tool, CLASSES);
    }

    private static Arbitrary<Double> accuracies() {
        return Arbitraries.doubles().between(0, 1);
    }

    private static List<Vote> numbered(List<Vote> votes) {
        return IntStream.range(0, votes.size())
                .mapToObj(i -> new Vote("w" + i, votes.get(i).accuracy(), votes.get(i).answer()))
                .toList();
    }
}
