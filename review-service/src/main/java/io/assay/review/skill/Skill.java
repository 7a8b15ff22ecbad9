package io.assay.review.skill;

import io.assay.events.RequesterStanding;
import io.assay.events.SkillStanding;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What gold answers say of one worker in one skill. In the projects of a requester who has checked
 * the worker it counts in full; in those of others as {@link SkillEstimate} says.
 *
 * @param level where the worker stands in the projects of those who have not checked them
 * @param golds answers to gold tasks
 * @param correct of these, what was right, in parts where an answer was partly right
 * @param requesters the same by requester, weighed by age, and where the worker stands with them
 * @param projects the same by project
 */
public record Skill(
        SkillLevel level,
        int golds,
        double correct,
        Map<String, RequesterSkill> requesters,
        Map<String, Evidence> projects) {

    static final Skill NEW = new Skill(SkillLevel.LOWEST, 0, 0, Map.of(), Map.of());

    /**
     * Of more requesters or projects, those of which the least is known are forgotten, but not the
     * one that has just checked.
     */
    static final int MAX_KEPT = 50;

    /** What is left of an answer that was taken away. */
    private static final double NOTHING = 1e-9;

    public Skill {
        requesters = Map.copyOf(requesters);
        projects = Map.copyOf(projects);
    }

    /** In the projects of those who have not checked the worker. */
    public int tier() {
        return level.tier();
    }

    /** In the projects of this requester. */
    public int tier(String requesterId) {
        return with(requesterId).tier();
    }

    private SkillLevel with(String requesterId) {
        RequesterSkill known = requesters.get(requesterId);
        return known == null ? level : known.level();
    }

    /** One gold answer more, or less. */
    Skill with(Score score, String requesterId) {
        Map<String, RequesterSkill> nextRequesters = new HashMap<>(requesters);
        RequesterSkill before =
                requesters.getOrDefault(requesterId, new RequesterSkill(Evidence.NONE, level));
        Evidence seen = before.seen().plus(score.answers(), score.right(), score.at());
        nextRequesters.put(requesterId, new RequesterSkill(seen, before.level()));
        forget(nextRequesters, requesterId, Comparator.comparingDouble(of -> of.seen().weight()));
        if (seen.asOf(score.at()).weight() < NOTHING) {
            nextRequesters.remove(requesterId);
        }
        Map<String, Evidence> nextProjects = new HashMap<>(projects);
        nextProjects.put(
                score.projectId(),
                projects.getOrDefault(score.projectId(), Evidence.NONE)
                        .plus(score.answers(), score.right(), score.at()));
        forget(nextProjects, score.projectId(), Comparator.comparingDouble(Evidence::weight));
        return new Skill(
                level,
                Math.max(0, golds + score.answers()),
                Math.max(0, correct + score.right()),
                nextRequesters,
                nextProjects);
    }

    private static <T> void forget(Map<String, T> kept, String but, Comparator<T> byKnown) {
        if (kept.size() > MAX_KEPT) {
            kept.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(but))
                    .min(Map.Entry.comparingByValue(byKnown))
                    .ifPresent(least -> kept.remove(least.getKey()));
        }
    }

    /** Every tier and need for gold that follows, with every requester. */
    Skill settled(TierLadder ladder, Map<String, Evidence> others, boolean alarmed, Instant now) {
        return at(others, now, (at, known) -> at.settled(known, ladder, alarmed, now));
    }

    /** Lets the worker see what is known by now, once a day. */
    Skill showing(Map<String, Evidence> others, Instant now) {
        return at(others, now, (at, known) -> at.showing(known, now));
    }

    private Skill at(
            Map<String, Evidence> others,
            Instant now,
            BiFunction<SkillLevel, SkillEstimate, SkillLevel> next) {
        Map<String, RequesterSkill> nextRequesters = new HashMap<>();
        requesters.forEach(
                (id, of) ->
                        nextRequesters.put(
                                id,
                                new RequesterSkill(
                                        of.seen(),
                                        next.apply(of.level(), appraised(id, others, now)))));
        return new Skill(
                next.apply(level, appraised(others, now)),
                golds,
                correct,
                nextRequesters,
                projects);
    }

    /**
     * For the projects of those who have not checked the worker.
     *
     * @param others by requester, answers held against consensus and reviewers, as they are kept
     */
    public SkillEstimate appraised(Map<String, Evidence> others, Instant now) {
        return appraised(null, others, now);
    }

    /** For the projects of this requester. */
    public SkillEstimate appraised(
            @Nullable String requesterId, Map<String, Evidence> others, Instant now) {
        RequesterSkill own = requesterId == null ? null : requesters.get(requesterId);
        List<ForeignEvidence> elsewhere =
                requesters.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(requesterId))
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                entry ->
                                        new ForeignEvidence(
                                                entry.getValue().seen().asOf(now),
                                                of(entry.getKey(), others, now)))
                        .toList();
        return own == null || requesterId == null
                ? new SkillEstimate(Evidence.NONE, Evidence.NONE, elsewhere)
                : new SkillEstimate(own.seen().asOf(now), of(requesterId, others, now), elsewhere);
    }

    private static Evidence of(String requesterId, Map<String, Evidence> others, Instant now) {
        return others.getOrDefault(requesterId, Evidence.NONE).asOf(now);
    }

    /** Without one of its answers: what is known of the worker from all the others. */
    public SkillEstimate appraisedWithout(Score score, String requesterId, Instant now) {
        return with(score.undone(), requesterId).appraised(requesterId, Map.of(), now);
    }

    boolean standsLike(Skill other) {
        Set<String> ids = new HashSet<>(requesters.keySet());
        ids.addAll(other.requesters.keySet());
        return level.standsLike(other.level)
                && ids.stream().allMatch(id -> with(id).standsLike(other.with(id)));
    }

    SkillStanding standing(Map<String, Evidence> others, Instant now) {
        SkillEstimate known = appraised(others, now);
        Map<String, RequesterStanding> with = new TreeMap<>();
        requesters.forEach(
                (id, of) -> {
                    if (!of.level().standsLike(level)) {
                        with.put(
                                id,
                                new RequesterStanding(of.level().tier(), of.level().goldNeed()));
                    }
                });
        return new SkillStanding(
                level.tier(),
                golds,
                correct,
                known.lower(),
                known.upper(),
                level.goldNeed(),
                known.evidence(),
                with.isEmpty() ? null : with);
    }
}
