package io.assay.assignment.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersTests {

    @Test
    void takesAsManyAsThereArePlaces() {
        Members two = Members.NONE.with("a", 2).with("b", 2).with("c", 2);

        assertThat(two.workers()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void whoHasAPlaceKeepsIt() {
        Members two = Members.NONE.with("a", 2).with("b", 2);

        assertThat(two.with("a", 2)).isEqualTo(two);
        assertThat(two.with("a", 1)).isEqualTo(two);
        assertThat(two.with("c", 3).workers()).hasSize(3);
    }
}
