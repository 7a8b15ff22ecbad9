package io.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.web.LineDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineDiffTests {

    @Test
    void tellsWhatWasReplacedRemovedAndAdded() {
        List<Change> changes =
                LineDiff.between("title\na\nb\nc\nd\nend", "title\na\nB\nc\nend\nmore");

        assertThat(changes)
                .containsExactly(
                        new Change(3, 3, List.of("b"), List.of("B")),
                        new Change(5, 5, List.of("d"), List.of()),
                        new Change(7, 6, List.of(), List.of("more")));
    }

    @Test
    void findsNothingBetweenTheSameLines() {
        assertThat(LineDiff.between("a\r\nb", "a\nb\n")).isEmpty();
        assertThat(LineDiff.between("", "")).isEmpty();
    }

    @Test
    void tellsTheWholeMiddleOfLongTextsThatDifferThroughout() {
        String before = "first\n" + lines("old", 3_000) + "\nlast";
        String after = "first\n" + lines("new", 3_000) + "\nlast";

        List<Change> changes = LineDiff.between(before, after);

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().removed()).hasSize(3_000);
        assertThat(changes.getFirst().line()).isEqualTo(2);
        assertThat(applied(before, changes)).isEqualTo(after.lines().toList());
    }

    @Property
    void leadsFromTheOneTextToTheOther(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        List<Change> changes = LineDiff.between(before, after);

        assertThat(applied(before, changes)).isEqualTo(after.lines().toList());
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.removed()).isNotEqualTo(change.added()));
    }

    @Property
    void isShortForOneChange(@ForAll("texts") String text) {
        List<String> lines = text.lines().toList();
        int middle = lines.size() / 2;
        List<String> edited = new ArrayList<>(lines);
        edited.add(middle, "something new");

        // each line ended: a last one that is empty would not be one otherwise
        String after = edited.stream().map(line -> line + "\n").collect(Collectors.joining());

        assertThat(LineDiff.between(text, after))
                .containsExactly(
                        new Change(middle + 1, middle + 1, List.of(), List.of("something new")));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c", "")
                .list()
                .ofMaxSize(12)
                .map(lines -> String.join("\n", lines));
    }

    private static List<String> applied(String before, List<Change> changes) {
        List<String> old = before.lines().toList();
        List<String> applied = new ArrayList<>();
        int at = 0;
        for (Change change : changes) {
            applied.addAll(old.subList(at, change.lineBefore() - 1));
            assertThat(applied).hasSize(change.line() - 1);
            applied.addAll(change.added());
            at = change.lineBefore() - 1 + change.removed().size();
        }
        applied.addAll(old.subList(at, old.size()));
        return applied;
    }

    private static String lines(String text, int count) {
        return IntStream.range(0, count).mapToObj(i -> text + i).collect(Collectors.joining("\n"));
    }
}
