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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Property
    void comesBackAsItWas(
            @ForAll
                    Map<
                                    @IntRange(min = 0, max = 99_999) Integer,
                                    @LongRange(min = 0, max = 999_999_999_999_999_999L) Long>
                            next) {
        Cursor cursor = new Cursor(new TreeMap<>(next));

        assertThat(Cursor.decoded(cursor.encoded())).hasValue(cursor);
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]*");
    }

    @Property
    void takesAnyTextWithoutFailing(@ForAll String text) {
        Cursor.decoded(text)
                .ifPresent(cursor -> assertThat(Cursor.decoded(cursor.encoded())).hasValue(cursor));
    }

    @Property
    void takesAnyBytesWithoutFailing(@ForAll byte[] bytes) {
        assertThat(Cursor.decoded(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }

    @Property
    void movesOnlyItsPartition(
            @ForAll @IntRange(min = 0, max = 20) int partition,
            @ForAll @LongRange(min = 0, max = 1_000_000) long offset) {
        Cursor cursor = Cursor.BEGINNING.after(21, 5).after(partition, offset);

        assertThat(cursor.next()).containsEntry(21, 6L).containsEntry(partition, offset + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2;0:1,",
                "1;0:-1,",
                "1;0:1",
                "1;:1,",
                "1;0:,",
                "1;0:1,;",
                "",
                "1;0:1,x",
                "1;0:9999999999999999999999,",
                "1;-1:1,"
            })
    void refusesOtherForms(String text) {
        String encoded =
                Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(Cursor.decoded(encoded)).isEmpty();
    }
}
