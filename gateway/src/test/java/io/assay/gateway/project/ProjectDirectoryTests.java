package io.assay.gateway.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.access.Caller;
import io.assay.gateway.access.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectDirectoryTests {

    private final ProjectDirectory directory = new ProjectDirectory();

    @Test
    void admitsOwnerAndNamedPartnersOnly() {
        TestProjects.put(directory, 1, "p1", "r1", "partner1");

        assertThat(readable("r1", Role.REQUESTER)).containsExactly("p1");
        assertThat(readable("partner1", Role.PARTNER)).containsExactly("p1");
        assertThat(readable("r2", Role.REQUESTER)).isEmpty();
        assertThat(readable("partner2", Role.PARTNER)).isEmpty();
    }

    @Test
    void asksForTheRoleToo() {
        TestProjects.put(directory, 1, "p1", "r1", "partner1");

        assertThat(readable("r1", Role.PARTNER)).isEmpty();
        assertThat(readable("partner1", Role.REQUESTER)).isEmpty();
        assertThat(readable("partner1", Role.WORKER)).isEmpty();
    }

    @Test
    void keepsToTheNewestVersionWhateverTheOrder() {
        TestProjects.put(directory, 2, "p1", "r1");
        TestProjects.put(directory, 1, "p1", "r1", "partner1");

        assertThat(readable("partner1", Role.PARTNER)).isEmpty();
    }

    private Set<String> readable(String id, Role role) {
        return directory.readableBy(new Caller(id, Set.of(role), null));
    }
}
