package io.assay.review.skill;

import io.assay.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How well workers do. */
@RestController
@Tag(name = "skills", description = "How well workers do, by skill")
class SkillController {
    private final MongoSkills skills;
    private final MongoAgreements agreements;

    SkillController(MongoSkills skills, MongoAgreements agreements) {
        this.skills = skills;
        this.agreements = agreements;
    }

    /**
     * Only tiers: a worker who saw the counts could tell from them which picture was gold. A skill
     * that is absent is of tier 1.
     */
    @GetMapping("/v1/skills/me")
    @PreAuthorize("hasRole('WORKER')")
    @Operation(summary = "The caller's tiers, 1 to 5, by skill; absent: 1")
    OwnSkills own(Caller caller) {
        Map<String, Tier> tiers = new TreeMap<>();
        of(caller.id()).skills().forEach((name, skill) -> tiers.put(name, new Tier(skill.tier())));
        return new OwnSkills(caller.id(), tiers);
    }

    @GetMapping("/v1/skills/{workerId}")
    @PreAuthorize("hasAnyRole('REVIEWER', 'OPS')")
    @Operation(
            summary =
                    "What gold answers tell of a worker: counts, and the 90 % credible interval of"
                            + " the accuracy; and how often other labels agreed with the outcome")
    Skills one(@PathVariable String workerId) {
        Map<String, Standing> standings = new TreeMap<>();
        of(workerId).skills().forEach((name, skill) -> standings.put(name, Standing.of(skill)));
        return new Skills(workerId, standings, agreements.of(workerId));
    }

    private WorkerSkills of(String workerId) {
        return skills.of(List.of(workerId)).getOrDefault(workerId, WorkerSkills.none(workerId));
    }

    /** What a worker sees. */
    record OwnSkills(String workerId, Map<String, Tier> skills) {}

    /** 1 to 5. */
    record Tier(int tier) {}

    /** What reviewers and operations see. */
    record Skills(
            String workerId,
            Map<String, Standing> skills,
            Map<String, MongoAgreements.Counts> agreements) {}

    /** Lower and upper bound the accuracy, 0 to 1. */
    record Standing(int tier, int golds, int correct, double lower, double upper) {
        static Standing of(Skill skill) {
            return new Standing(
                    skill.tier(), skill.golds(), skill.correct(), skill.lower(), skill.upper());
        }
    }
}
