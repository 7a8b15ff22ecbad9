package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is in a tmpfs counts against a container's memory, so nothing is spooled there. */
class ComposeFileTests {

    private static final Pattern SPOOL = Pattern.compile("-Djava\\.io\\.tmpdir=([^\"\\s]+)");

    @Test
    void servicesSpoolOnDisk() {
        String image = Repository.read("deploy/docker/Dockerfile");
        String compose = Repository.read("docker-compose.yml");

        Matcher spool = SPOOL.matcher(image);
        assertThat(spool.find()).isTrue();
        String directory = spool.group(1);
        assertThat(image).containsPattern("VOLUME .*\"" + directory + "\"");
        assertThat(compose.lines().filter(line -> line.contains("tmpfs:")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(":size=").doesNotContain(directory));
        assertThat(compose.lines().filter(line -> line.contains("volumes: [")))
                .filteredOn(line -> line.contains("/var/lib/assay") || line.startsWith("  vol"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).contains(directory));
    }
}
