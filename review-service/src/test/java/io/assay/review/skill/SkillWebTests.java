package io.assay.review.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import io.assay.messaging.DeadLetters;
import io.assay.review.skill.MongoAgreements.Counts;
import io.assay.web.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(SkillController.class)
@Import(TestTokens.Config.class)
class SkillWebTests {
    @Autowired MockMvcTester http;
    @MockitoBean DeadLetters deadLetters;
    @MockitoBean MongoSkills skills;
    @MockitoBean MongoAgreements agreements;

    @Test
    void aWorkerSeesTheTierButNothingThatTellsWhichPictureWasGold() {
        given(skills.of(List.of("w1"))).willReturn(Map.of("w1", skilled()));

        assertThat(
                        http.get()
                                .uri("/v1/skills/me")
                                .header("Authorization", TestTokens.bearer("w1", "worker")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"workerId\":\"w1\",\"skills\":{\"animals\":{\"tier\":2}}}");
    }

    @Test
    void operationsSeeTheCounts() {
        given(agreements.of("w1")).willReturn(Map.of("animals", new Counts(40, 38)));
        given(skills.of(List.of("w1"))).willReturn(Map.of("w1", skilled()));

        assertThat(
                        http.get()
                                .uri("/v1/skills/w1")
                                .header("Authorization", TestTokens.bearer("o1", "ops")))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.skills.animals.golds", value -> value.assertThat().isEqualTo(25))
                .hasPathSatisfying(
                        "$.agreements.animals.agreed", value -> value.assertThat().isEqualTo(38));
    }

    @Test
    void noOtherMayLook() {
        assertThat(http.get().uri("/v1/skills/w1")).hasStatus(401);
        assertThat(
                        http.get()
                                .uri("/v1/skills/w1")
                                .header("Authorization", TestTokens.bearer("w1", "worker")))
                .hasStatus(403);
        assertThat(
                        http.get()
                                .uri("/v1/skills/me")
                                .header("Authorization", TestTokens.bearer("r1", "reviewer")))
                .hasStatus(403);
    }

    private static WorkerSkills skilled() {
        return new WorkerSkills("w1", Map.of("animals", new Skill(2, 25, 25)), List.of());
    }
}
