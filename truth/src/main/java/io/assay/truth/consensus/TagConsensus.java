package io.assay.truth.consensus;

import io.assay.events.Answer;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A posterior per tag: each worker says yes or no to it and is right with their accuracy. Tags that
 * are rather there than not make the answer, and the answer is as sure as its least sure tag. Tags
 * that nobody gave are not in question; if nobody gave any, "none" is what is voted on.
 */
final class TagConsensus {
    private TagConsensus() {}

    static Consensus of(List<Vote> votes) {
        SortedSet<String> named = named(votes);
        SortedSet<String> there = new TreeSet<>();
        double confidence = named.isEmpty() ? unanimity(votes) : 1;
        for (String tag : named) {
            double posterior = posterior(tag, votes);
            if (posterior > 0.5) {
                there.add(tag);
            }
            confidence = Math.min(confidence, Math.max(posterior, 1 - posterior));
        }
        return new Consensus(new Answer.Tags(there), confidence);
    }

    private static SortedSet<String> named(List<Vote> votes) {
        SortedSet<String> named = new TreeSet<>();
        votes.forEach(vote -> named.addAll(tags(vote)));
        return named;
    }

    private static double posterior(String tag, List<Vote> votes) {
        double logOdds = 0;
        for (Vote vote : votes) {
            double weight = Odds.weight(vote.accuracy());
            logOdds += tags(vote).contains(tag) ? weight : -weight;
        }
        return Odds.probability(logOdds);
    }

    static double unanimity(List<Vote> votes) {
        return Odds.probability(
                votes.stream().mapToDouble(vote -> Odds.weight(vote.accuracy())).sum());
    }

    private static SortedSet<String> tags(Vote vote) {
        return ((Answer.Tags) vote.answer()).classIds();
    }
}
