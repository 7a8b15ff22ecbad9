package io.assay.formats.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamesTests {

    @Property(tries = 500)
    void noNameLeavesItsFolder(@ForAll String any) {
        String name = FileNames.of("x" + any, "image/jpeg");

        assertThat(name).doesNotContain("/", "\\", "\n", "\0").doesNotStartWith(".");
        assertThat(name.length()).isLessThan(256);
        assertThat(FileNames.safe(name)).isEqualTo(name);
        assertThat(FileNames.safe(any)).doesNotContain("/", "\\").doesNotStartWith(".");
    }

    @Test
    void anEndingIsAddedOnlyWhereThereIsNone() {
        assertThat(FileNames.of("a", "image/jpeg")).isEqualTo("a.jpg");
        assertThat(FileNames.of("a.PNG", "image/jpeg")).isEqualTo("a.PNG");
        assertThat(FileNames.of("a", null)).isEqualTo("a");
        assertThat(FileNames.of("../b", null)).isEqualTo("%2E.%2Fb");
    }

    @Test
    void equalNamesAreKeptApart() {
        UniqueNames names = new UniqueNames();
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 5_000; i++) {
            String name = names.unique(i % 2 == 0 ? "Same" : "n" + i, "identity " + i);
            assertThat(seen.add(name.toLowerCase(Locale.ROOT))).isTrue();
        }
        assertThat(seen).contains("same", "n1");
    }
}
