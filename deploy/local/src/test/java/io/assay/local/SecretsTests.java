package io.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir Path directory;

    @Test
    void keepsWhatItMadeForItsOwnerOnly() throws Exception {
        Secrets made = Secrets.of(directory);

        assertThat(Secrets.of(directory)).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(Secrets.file(directory)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void makesOthersForEachStack() {
        Secrets one = Secrets.of(directory.resolve("one"));
        Secrets two = Secrets.of(directory.resolve("two"));

        assertThat(one.opsPassword())
                .hasSizeGreaterThanOrEqualTo(24)
                .isNotEqualTo(two.opsPassword());
        assertThat(one.signingSecret())
                .hasSizeGreaterThanOrEqualTo(43)
                .isNotEqualTo(two.signingSecret());
    }
}
