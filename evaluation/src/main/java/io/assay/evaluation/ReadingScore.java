package io.assay.evaluation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;

/**
 * How far texts are from what is written, over all of them: what has to be inserted, deleted or
 * replaced (Levenshtein, 1966), in characters and in words, as a share of what is written. One
 * blank is as good as several.
 */
final class ReadingScore {
    private int texts;
    private int exact;
    private long characters;
    private long wrongCharacters;
    private long words;
    private long wrongWords;

    void add(String read, String written) {
        List<String> readWords = words(read);
        List<String> rightWords = words(written);
        List<String> rightCharacters = characters(rightWords);
        int wrong = distance(characters(readWords), rightCharacters);
        texts++;
        exact += wrong == 0 ? 1 : 0;
        characters += rightCharacters.size();
        wrongCharacters += wrong;
        words += rightWords.size();
        wrongWords += distance(readWords, rightWords);
    }

    /** May be over 1 where more was read than is written. */
    double characterErrorRate() {
        return share(wrongCharacters, characters);
    }

    double wordErrorRate() {
        return share(wrongWords, words);
    }

    /** The share of texts without any error. */
    double exact() {
        return share(exact, texts);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split("\\s+"));
    }

    private static List<String> characters(List<String> words) {
        return String.join(" ", words).codePoints().mapToObj(Character::toString).toList();
    }

    private static int distance(List<String> read, List<String> right) {
        int[] row = new int[right.size() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= read.size(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.size(); j++) {
                int replaced = diagonal + (read.get(i - 1).equals(right.get(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.size()];
    }
}
