package io.assay.evaluation;

import io.assay.events.Answer;
import io.assay.events.LabelClass;
import io.assay.events.Ontology;
import io.assay.events.Tool;
import io.assay.events.Transcript;
import io.assay.truth.consensus.Consensus;
import io.assay.truth.consensus.Vote;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What several people's readings of a text are worth together, against what is written: by the
 * commonest reading and by Assay's vote, with so many readers chosen at random for each picture.
 */
final class ReadingEvaluation {
    private static final int[] READERS = {1, 2, 3, 5, 7};
    private static final int DRAWS = 10;

    private static final String CLASS = "text";
    private static final Ontology TEXTS =
            new Ontology(Tool.TRANSCRIPT, List.of(new LabelClass(CLASS, "Text")));

    /** All alike: nothing but the readings is known. */
    private static final double ACCURACY = 0.8;

    private final SortedMap<String, List<Vote>> readings;
    private final Map<String, String> written;

    private ReadingEvaluation(SortedMap<String, List<Vote>> readings, Map<String, String> written) {
        this.readings = readings;
        this.written = written;
    }

    /**
     * Of several readings by one worker of one item the first counts.
     *
     * @param readings rows of item, worker and text, which is empty for what cannot be read
     * @param truth rows of item and truth
     */
    static ReadingEvaluation of(Table readings, Table truth) {
        SortedMap<String, List<Vote>> votes = new TreeMap<>();
        int item = readings.column("item");
        int worker = readings.column("worker");
        int text = readings.column("text");
        for (Table.Row row : readings.rows()) {
            List<Vote> of = votes.computeIfAbsent(readings.text(row, item), _ -> new ArrayList<>());
            String by = readings.text(row, worker);
            if (of.stream().noneMatch(vote -> vote.workerId().equals(by))) {
                of.add(new Vote(by, ACCURACY, answer(row.cells().get(text))));
            }
        }
        Map<String, String> written = new HashMap<>();
        int known = truth.column("item");
        int right = truth.column("truth");
        truth.rows().forEach(row -> written.put(truth.text(row, known), row.cells().get(right)));
        // an empty truth is one that is not known
        written.values().removeIf(String::isEmpty);
        votes.keySet().retainAll(written.keySet());
        return new ReadingEvaluation(votes, written);
    }

    /** Items of which both readings and the truth are there. */
    int items() {
        return readings.size();
    }

    void print(PrintStream out) {
        out.printf(
                "%d texts with %d readings; mean of %d draws of the readers%n%n",
                items(), readings.values().stream().mapToInt(List::size).sum(), DRAWS);
        out.println("readers  method     characters wrong  words wrong  texts right");
        int most = readings.values().stream().mapToInt(List::size).max().orElse(0);
        for (int readers : READERS) {
            if (readers <= most) {
                print(out, readers, "commonest", score(readers, ReadingEvaluation::commonest));
                print(out, readers, "assay", score(readers, ReadingEvaluation::voted));
            }
        }
    }

    private static void print(PrintStream out, int readers, String method, ReadingScore score) {
        out.printf(
                Locale.ROOT,
                "%-8d %-10s %-17.4f %-12.4f %.4f%n",
                readers,
                method,
                score.characterErrorRate(),
                score.wordErrorRate(),
                score.exact());
    }

    /** By what the method makes of so many readings. */
    private ReadingScore score(int readers, Function<List<Vote>, String> method) {
        ReadingScore score = new ReadingScore();
        for (int draw = 0; draw < DRAWS; draw++) {
            Random random = new Random(draw);
            readings.forEach(
                    (item, votes) -> {
                        List<Vote> drawn = new ArrayList<>(votes);
                        Collections.shuffle(drawn, random);
                        String read =
                                method.apply(drawn.subList(0, Math.min(readers, drawn.size())));
                        score.add(read, written.getOrDefault(item, ""));
                    });
        }
        return score;
    }

    /** The first among equals. */
    private static String commonest(List<Vote> votes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        votes.forEach(vote -> counts.merge(text(vote.answer()), 1, Integer::sum));
        int most = Collections.max(counts.values());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static String voted(List<Vote> votes) {
        return Consensus.of(TEXTS, votes).map(found -> text(found.answer())).orElse("");
    }

    private static Answer answer(String text) {
        return new Answer.Transcripts(
                text.isEmpty()
                        ? List.of()
                        : List.of(new Transcript(CLASS, text, List.of(), Map.of())));
    }

    private static String text(Answer answer) {
        List<Transcript> read = ((Answer.Transcripts) answer).transcripts();
        return read.isEmpty() ? "" : read.getFirst().text();
    }
}
