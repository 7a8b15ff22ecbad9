package io.assay.formats.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SortedSpoolTests {

    @Property(tries = 200)
    void sortsByKeyAndKeepsTheOrderOfEqualKeys(
            @ForAll List<@IntRange(min = 0, max = 20) Integer> keys,
            @ForAll @IntRange(min = 1, max = 2_000) int memory)
            throws IOException {
        List<String> expected = new ArrayList<>();
        try (SortedSpool spool = new SortedSpool(memory)) {
            for (int i = 0; i < keys.size(); i++) {
                spool.add("k" + keys.get(i), i, new byte[] {(byte) i});
                expected.add("k" + keys.get(i) + " " + i);
            }
            expected.sort(Comparator.comparing(line -> line.split(" ")[0]));

            List<String> found = new ArrayList<>();
            SortedSpool.Sorted sorted = spool.sorted();
            while (sorted.peek().isPresent()) {
                String next = sorted.peek().orElseThrow().key();
                Optional<SortedSpool.Item> taken = sorted.take();
                SortedSpool.Item item = taken.orElseThrow();
                assertThat(item.key()).isEqualTo(next);
                assertThat(item.content()).containsExactly((byte) item.number());
                found.add(item.key() + " " + item.number());
            }

            assertThat(found).isEqualTo(expected);
        }
    }
}
