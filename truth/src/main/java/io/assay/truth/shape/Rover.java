package io.assay.truth.shape;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One text out of several readings of it: ROVER (Fiscus, "A post-processing system to yield reduced
 * word error rates", 1997). The readings are aligned word by word, one after the other, the most
 * trusted first, and of each place the word with the most weight wins, where no word at all is a
 * candidate, too. Where no word has half of the weight, the same is done with the characters of the
 * words in that place.
 */
final class Rover {

    /** Longer texts are not aligned: the table has the square of it. */
    private static final int MAX_TOKENS = 1_000;

    private static final String NOTHING = "";

    /**
     * One place in the text.
     *
     * @param blank before it, as in the first reading that has it
     * @param weights of what was read there
     */
    private record Slot(String blank, Map<String, Double> weights) {

        double of(String token) {
            return weights.getOrDefault(token, 0.0);
        }

        /** The first among equals, and so the most trusted one's. */
        String best() {
            String best = NOTHING;
            double most = -1;
            for (Map.Entry<String, Double> entry : weights.entrySet()) {
                if (entry.getValue() > most + 1e-9) {
                    best = entry.getKey();
                    most = entry.getValue();
                }
            }
            return best;
        }
    }

    /** A word or character and the blank before it. */
    private record Token(String blank, String text) {}

    private List<Slot> slots = new ArrayList<>();
    private double weight;

    private Rover() {}

    /** The readings' common text; of long texts the one that is most similar to all. */
    static String of(List<Weighted<String>> readings) {
        String first = readings.getFirst().value();
        if (readings.stream().allMatch(one -> one.value().equals(first))) {
            return first;
        }
        List<Weighted<String>> sorted =
                readings.stream()
                        .sorted(
                                Comparator.comparingDouble((Weighted<String> one) -> one.weight())
                                        .reversed()
                                        .thenComparing(Weighted::value))
                        .toList();
        if (sorted.stream().anyMatch(one -> one.value().length() > MAX_TOKENS)) {
            return Medoid.of(sorted, Texts::similarity);
        }
        String words = byWords(sorted);
        return words.isEmpty() ? Weighted.heaviest(sorted).value() : words;
    }

    private static String byWords(List<Weighted<String>> readings) {
        Rover rover = new Rover();
        readings.forEach(one -> rover.align(words(one.value()), one.weight()));
        StringBuilder text = new StringBuilder();
        for (Slot slot : rover.slots) {
            String word = word(slot, rover.weight);
            text.append(text.isEmpty() || word.isEmpty() ? "" : slot.blank()).append(word);
        }
        return text.toString();
    }

    private static String word(Slot slot, double weight) {
        String best = slot.best();
        if (best.isEmpty() || slot.of(best) * 2 >= weight) {
            return best;
        }
        Rover rover = new Rover();
        slot.weights().entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .forEach(entry -> rover.align(characters(entry.getKey()), entry.getValue()));
        StringBuilder word = new StringBuilder();
        rover.slots.forEach(character -> word.append(character.best()));
        return word.isEmpty() ? best : word.toString();
    }

    private static List<Token> words(String text) {
        List<Token> words = new ArrayList<>();
        String left = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        String blank = " ";
        while (!left.isEmpty()) {
            String word = left.split("\\s", 2)[0];
            words.add(new Token(blank, word));
            String rest = left.substring(word.length());
            left = rest.stripLeading();
            blank = rest.substring(0, rest.length() - left.length());
        }
        return words;
    }

    private static List<Token> characters(String word) {
        return word.codePoints()
                .mapToObj(character -> new Token(NOTHING, Character.toString(character)))
                .toList();
    }

    /** Adds one reading's votes, in new places where the others have nothing to put beside them. */
    private void align(List<Token> tokens, double added) {
        Deque<Step> steps = steps(tokens);
        List<Slot> aligned = new ArrayList<>();
        int slot = 0;
        int token = 0;
        for (Step step : steps) {
            Slot place =
                    step == Step.NEW
                            ? new Slot(tokens.get(token).blank(), nothing())
                            : slots.get(slot++);
            String read = step == Step.LEFT_OUT ? NOTHING : tokens.get(token++).text();
            place.weights().merge(read, added, Double::sum);
            aligned.add(place);
        }
        slots = aligned;
        weight += added;
    }

    private Map<String, Double> nothing() {
        Map<String, Double> weights = new LinkedHashMap<>();
        if (weight > 0) {
            weights.put(NOTHING, weight);
        }
        return weights;
    }

    /** How a reading goes on beside the places so far. */
    private enum Step {
        BESIDE,
        LEFT_OUT,
        NEW
    }

    /** The cheapest way through both, where a token costs the weight that did not read it. */
    private Deque<Step> steps(List<Token> tokens) {
        double[][] costs = costs(tokens);
        Deque<Step> steps = new ArrayDeque<>();
        int i = slots.size();
        int j = tokens.size();
        while (i > 0 || j > 0) {
            Step step = lastStep(costs, tokens, i, j);
            i -= step == Step.NEW ? 0 : 1;
            j -= step == Step.LEFT_OUT ? 0 : 1;
            steps.addFirst(step);
        }
        return steps;
    }

    private double[][] costs(List<Token> tokens) {
        double[][] costs = new double[slots.size() + 1][tokens.size() + 1];
        for (int i = 0; i <= slots.size(); i++) {
            for (int j = 0; j <= tokens.size(); j++) {
                costs[i][j] =
                        i + j == 0 ? 0 : cost(lastStep(costs, tokens, i, j), costs, tokens, i, j);
            }
        }
        return costs;
    }

    private Step lastStep(double[][] costs, List<Token> tokens, int i, int j) {
        if (i == 0 || j == 0) {
            return i == 0 ? Step.NEW : Step.LEFT_OUT;
        }
        Step best = Step.BESIDE;
        for (Step step : List.of(Step.LEFT_OUT, Step.NEW)) {
            boolean cheaper =
                    cost(step, costs, tokens, i, j) < cost(best, costs, tokens, i, j) - 1e-9;
            best = cheaper ? step : best;
        }
        return best;
    }

    private double cost(Step step, double[][] costs, List<Token> tokens, int i, int j) {
        return switch (step) {
            case BESIDE ->
                    costs[i - 1][j - 1] + weight - slots.get(i - 1).of(tokens.get(j - 1).text());
            case LEFT_OUT -> costs[i - 1][j] + weight - slots.get(i - 1).of(NOTHING);
            case NEW -> costs[i][j - 1] + weight;
        };
    }
}
