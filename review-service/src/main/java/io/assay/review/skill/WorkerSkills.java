package io.assay.review.skill;

import io.assay.events.SkillStanding;
import io.assay.events.WorkerTierChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All skills of one worker.
 *
 * @param skills by name
 * @param unconfirmed gold answers (assignment ids) counted here that may not yet be marked as
 *     counted where they are kept; so that a crash between the two counts none twice
 */
public record WorkerSkills(String workerId, Map<String, Skill> skills, List<String> unconfirmed) {

    public WorkerSkills {
        skills = Map.copyOf(skills);
        unconfirmed = List.copyOf(unconfirmed);
    }

    static WorkerSkills none(String workerId) {
        return new WorkerSkills(workerId, Map.of(), List.of());
    }

    /** The skill so far; a worker is new in every skill. */
    public Skill in(String skill) {
        return skills.getOrDefault(skill, Skill.NEW);
    }

    /**
     * Counts those scores that are not counted yet.
     *
     * @param counted assignment ids known to be marked as counted
     */
    WorkerSkills with(List<Score> scores, Set<String> counted, TierLadder ladder) {
        Map<String, Skill> next = new TreeMap<>(skills);
        List<String> open = new ArrayList<>(unconfirmed);
        for (Score score : scores) {
            if (!counted.contains(score.assignmentId()) && !open.contains(score.assignmentId())) {
                open.add(score.assignmentId());
                Skill before = next.getOrDefault(score.skill(), Skill.NEW);
                next.put(
                        score.skill(),
                        score.corrects()
                                ? before.corrected(ladder)
                                : before.scored(score.right(), ladder));
            }
        }
        open.removeAll(counted);
        return new WorkerSkills(workerId, next, open);
    }

    boolean sameTiers(WorkerSkills other) {
        return tiers().equals(other.tiers());
    }

    WorkerTierChanged changed(Instant at) {
        Map<String, SkillStanding> standings = new TreeMap<>();
        skills.forEach((name, skill) -> standings.put(name, skill.standing()));
        return new WorkerTierChanged(workerId, standings, at);
    }

    /** Tier 1 is what everyone has in every skill, so it is no news. */
    private Map<String, Integer> tiers() {
        return skills.entrySet().stream()
                .filter(entry -> entry.getValue().tier() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().tier()));
    }
}
