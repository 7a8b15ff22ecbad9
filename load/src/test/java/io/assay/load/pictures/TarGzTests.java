package io.assay.load.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TarGzTests {

    @Property(tries = 100)
    void readsBackWhateverWasPacked(
            @ForAll @Size(max = 8)
                    Map<
                                    @AlphaChars @StringLength(min = 1, max = 90) String,
                                    @Size(max = 1500) byte[]>
                            files)
            throws IOException {
        Map<String, byte[]> read = TarGz.files(Archives.tarGz(files), _ -> true);

        assertThat(read.keySet()).isEqualTo(files.keySet());
        files.forEach((name, bytes) -> assertThat(read.get(name)).isEqualTo(bytes));
    }

    @Test
    void readsOnlyWhatIsWanted() throws IOException {
        byte[] archive = Archives.tarGz(Map.of("a", new byte[700], "b", new byte[] {1}));

        Map<String, byte[]> read = TarGz.files(archive, "b"::equals);

        assertThat(read).containsOnlyKeys("b");
    }

    @Test
    void refusesAnArchiveThatEndsEarly() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        byte[] noise = new byte[4000];
        new java.util.Random(1).nextBytes(noise);
        files.put("a", noise);
        byte[] archive = Archives.tarGz(files);

        byte[] half = Arrays.copyOf(archive, archive.length / 2);

        assertThatThrownBy(() -> TarGz.files(half, _ -> true)).isInstanceOf(IOException.class);
    }
}
