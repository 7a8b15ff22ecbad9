package io.assay.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTextTests {

    private final CursorText mine = new CursorText(new TestSignature("secret"), "project:p1");

    @Property
    void comesBackAsItWas(
            @ForAll
                    Map<
                                    @IntRange(min = 0, max = 99_999) Integer,
                                    @LongRange(min = 0, max = 999_999_999_999_999_999L) Long>
                            next) {
        Cursor cursor = new Cursor(new TreeMap<>(next));
        String text = mine.of(cursor);

        assertThat(mine.parse(text)).hasValue(cursor);
        assertThat(text).matches("[A-Za-z0-9_-]*");
    }

    /** Whichever character is changed, and to whatever. */
    @Property
    void refusesEveryOtherSpelling(
            @ForAll @IntRange(min = 0, max = 200) int at,
            @ForAll @IntRange(min = 0, max = 63) int to) {
        String text = mine.of(Cursor.BEGINNING.after(0, 13).after(1, 1_000).after(11, 5));
        int place = at % text.length();
        char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(to);
        String changed = text.substring(0, place) + other + text.substring(place + 1);

        assertThat(mine.parse(changed).isPresent()).isEqualTo(changed.equals(text));
    }

    @Test
    void refusesOneOfAnotherScopeOrSecret() {
        String text = mine.of(Cursor.BEGINNING.after(0, 5));

        assertThat(new CursorText(new TestSignature("secret"), "project:p2").parse(text)).isEmpty();
        assertThat(new CursorText(new TestSignature("secret"), "caller:p1").parse(text)).isEmpty();
        assertThat(new CursorText(new TestSignature("other"), "project:p1").parse(text)).isEmpty();
    }

    @Property
    void takesAnyTextWithoutFailing(@ForAll String text) {
        assertThat(mine.parse(text)).isEmpty();
    }

    @Property
    void takesAnyBytesWithoutFailing(@ForAll byte[] bytes) {
        assertThat(mine.parse(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }

    /** Bare offsets, as they were before, and what only looks like ours. */
    @ParameterizedTest
    @ValueSource(strings = {"1;0:1,", "2;0:1,", "2;0:-1,", "", "2;0:9999999999999999999999,"})
    void refusesWhatIsNotSigned(String text) {
        String encoded =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(mine.parse(encoded)).isEmpty();
    }

    @Property
    void movesOnlyItsPartition(
            @ForAll @IntRange(min = 0, max = 20) int partition,
            @ForAll @LongRange(min = 0, max = 1_000_000) long offset) {
        Cursor cursor = Cursor.BEGINNING.after(21, 5).after(partition, offset);

        assertThat(cursor.next()).containsEntry(21, 6L).containsEntry(partition, offset + 1);
    }
}
