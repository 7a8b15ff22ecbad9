package io.assay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Property
    void taskIdIsAStableTraceId(@ForAll String project, @ForAll String external) {
        assertThat(Ids.taskId(project, external))
                .matches("[0-9a-f]{32}")
                .isEqualTo(Ids.taskId(project, external));
    }

    @Property
    void taskIdsOfDifferentPicturesDiffer(@ForAll String a, @ForAll String b) {
        Assume.that(!encodesAlike(a, b));

        assertThat(Ids.taskId("p", a)).isNotEqualTo(Ids.taskId("p", b));
        assertThat(Ids.taskId(a, "x")).isNotEqualTo(Ids.taskId(b, "x"));
    }

    @Property
    void whereTheProjectEndsMatters(
            @ForAll @AlphaChars @NotEmpty String head,
            @ForAll @AlphaChars @NotEmpty String middle,
            @ForAll @AlphaChars @NotEmpty String tail) {
        assertThat(Ids.taskId(head + middle, tail)).isNotEqualTo(Ids.taskId(head, middle + tail));
    }

    /** Pinned: these ids are in databases and topics. */
    @Test
    void taskIdIsPinned() {
        assertThat(Ids.taskId("prj_7Hq2mVxT9cLw4RkZ0bYnEa", "street/0001.jpg"))
                .isEqualTo(Contract.golden(EventType.TASK_CREATED).get("taskId").stringValue());
    }

    @Test
    void assignmentAndEarningIdsNameWhatTheyAreOf() {
        String assignment = Ids.assignmentId("t", "w");

        assertThat(assignment).isEqualTo("t.w");
        assertThat(Ids.earningId(assignment, EarningReason.LABEL_ACCEPTED))
                .isEqualTo("t.w.label_accepted");
    }

    @Test
    void sha256IsLowerCaseHex() {
        assertThat(Ids.sha256Hex("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** Lone surrogates all encode as "?". */
    private static boolean encodesAlike(String a, String b) {
        return java.util.Arrays.equals(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
