package io.assay.assignment.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TaskIdsTests {

    @Test
    void takesInSoManyForeignIdsAndAnyNumberOfOurs() {
        TaskIds ids = new TaskIds();
        for (int i = 0; i < TaskIds.MAX_FOREIGN_IDS; i++) {
            assertThat(ids.hasRoomFor("foreign" + i)).isTrue();
            ids.remember("foreign" + i);
        }

        assertThat(ids.hasRoomFor("one more")).isFalse();
        assertThat(ids.hasRoomFor("foreign7")).isTrue();
        assertThat(ids.hasRoomFor("0".repeat(32))).isTrue();
    }

    private final TaskIds ids = new TaskIds();

    @Property
    void givesBackOursWithoutRememberingThem(
            @ForAll
                    @StringLength(32)
                    @CharRange(from = '0', to = '9')
                    @CharRange(from = 'a', to = 'f')
                    String id) {
        assertThat(new TaskIds().nameOf(TaskIds.of(id))).isEqualTo(id);
    }

    @Property
    void givesBackForeignOnesOnceRemembered(@ForAll String id) {
        assertThat(ids.nameOf(ids.remember(id))).isEqualTo(id);
    }

    @Test
    void tellsUpperCaseFromLowerCase() {
        String id = "0123456789abcdef0123456789abcdef";

        assertThat(TaskIds.of(id.toUpperCase(java.util.Locale.ROOT))).isNotEqualTo(TaskIds.of(id));
        assertThat(TaskIds.of(id)).isEqualTo(TaskIds.of(id)).hasSameHashCodeAs(TaskIds.of(id));
    }
}
