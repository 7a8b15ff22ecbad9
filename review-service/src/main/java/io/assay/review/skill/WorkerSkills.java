package io.assay.review.skill;

import io.assay.events.SkillStanding;
import io.assay.events.WorkerTierChanged;
import io.assay.review.skill.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All skills of one worker.
 *
 * @param skills by name
 * @param unconfirmed scores (their ids) counted here that may not yet be marked as counted where
 *     they are kept; so that a crash between the two counts none twice
 * @param alarm what about the worker's answers somebody has to look at; null if nothing is
 */
public record WorkerSkills(
        String workerId,
        Map<String, Skill> skills,
        List<String> unconfirmed,
        @Nullable Alarm alarm) {

    public WorkerSkills {
        skills = Map.copyOf(skills);
        unconfirmed = List.copyOf(unconfirmed);
    }

    WorkerSkills(String workerId, Map<String, Skill> skills, List<String> unconfirmed) {
        this(workerId, skills, unconfirmed, null);
    }

    static WorkerSkills none(String workerId) {
        return new WorkerSkills(workerId, Map.of(), List.of());
    }

    /** The skill so far; a worker is new in every skill. */
    public Skill in(String skill) {
        return skills.getOrDefault(skill, Skill.NEW);
    }

    /**
     * Counts those scores that are not counted yet, one by one, and lets tiers follow.
     *
     * @param counted ids of scores known to be marked as counted
     */
    WorkerSkills with(List<Score> scores, Set<String> counted, ScoringContext given) {
        ScoringContext context = given.withoutCleared(alarm);
        Map<String, Skill> next = new TreeMap<>(skills);
        Set<String> known = new HashSet<>(unconfirmed);
        List<String> open = new ArrayList<>(unconfirmed);
        for (Score score : scores) {
            if (!counted.contains(score.id()) && known.add(score.id())) {
                open.add(score.id());
                next.put(score.skill(), counted(next.get(score.skill()), score, context));
            }
        }
        boolean news = open.size() > unconfirmed.size();
        open.removeAll(counted);
        return new WorkerSkills(workerId, next, open, news ? Alarm.of(alarm, context) : alarm);
    }

    private static Skill counted(@Nullable Skill before, Score score, ScoringContext context) {
        Map<String, Evidence> others = context.others(score.skill());
        return (before == null ? Skill.NEW : before)
                .showing(others, context.now())
                .with(score, context.requester(score.projectId()))
                .settled(context.ladder(), others, context.alarmed(), context.now());
    }

    /** A person looked at what was conspicuous, and found nothing to act on. */
    WorkerSkills cleared(Instant at) {
        return alarm == null
                ? this
                : new WorkerSkills(workerId, skills, unconfirmed, alarm.cleared(at));
    }

    /** What is conspicuous and not looked at yet. */
    public List<Signal> signals() {
        return alarm == null ? List.of() : alarm.open();
    }

    /** True if there is nothing to publish. */
    boolean standsLike(WorkerSkills other) {
        Set<String> names = new HashSet<>(skills.keySet());
        names.addAll(other.skills.keySet());
        return names.stream().allMatch(name -> in(name).standsLike(other.in(name)));
    }

    WorkerTierChanged changed(ScoringContext context) {
        Map<String, SkillStanding> standings = new TreeMap<>();
        skills.forEach(
                (name, skill) ->
                        standings.put(name, skill.standing(context.others(name), context.now())));
        return new WorkerTierChanged(workerId, standings, context.now());
    }
}
