package io.assay.review.skill;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is shown of a worker's skills, and to whom. */
class SkillViews {
    private final MongoSkills skills;
    private final MongoAgreements agreements;
    private final TierLadder ladder;
    private final Clock clock;

    SkillViews(MongoSkills skills, MongoAgreements agreements, TierLadder ladder, Clock clock) {
        this.skills = skills;
        this.agreements = agreements;
        this.ladder = ladder;
        this.clock = clock;
    }

    WorkerSkills of(String workerId) {
        return skills.of(List.of(workerId)).getOrDefault(workerId, WorkerSkills.none(workerId));
    }

    Map<String, MongoAgreements.Counts> agreements(String workerId) {
        return agreements.of(workerId);
    }

    /** As it stands now. */
    Map<String, Appraisals> appraised(WorkerSkills worker) {
        Habits habits =
                agreements
                        .habits(List.of(worker.workerId()))
                        .getOrDefault(worker.workerId(), Habits.NONE);
        Map<String, Appraisals> known = new TreeMap<>();
        worker.skills()
                .forEach(
                        (name, skill) ->
                                known.put(
                                        name,
                                        appraised(
                                                skill,
                                                habits.others().getOrDefault(name, Map.of()))));
        return known;
    }

    private Appraisals appraised(Skill skill, Map<String, Evidence> others) {
        Instant now = clock.instant();
        Map<String, SkillEstimate> requesters = new TreeMap<>();
        skill.requesters()
                .keySet()
                .forEach(id -> requesters.put(id, skill.appraised(id, others, now)));
        return new Appraisals(skill.appraised(others, now), requesters);
    }

    /**
     * What is known of one skill.
     *
     * @param elsewhere in the projects of those who have not checked the worker
     * @param requesters by requester, in the projects of those who have
     */
    record Appraisals(SkillEstimate elsewhere, Map<String, SkillEstimate> requesters) {}

    /** By project, by its gold answers alone. */
    Map<String, SkillEstimate> inProjects(Skill skill) {
        Map<String, SkillEstimate> known = new TreeMap<>();
        skill.projects()
                .forEach(
                        (id, seen) ->
                                known.put(
                                        id,
                                        new SkillEstimate(
                                                seen.asOf(clock.instant()), Evidence.NONE)));
        return known;
    }

    /** As it stands now, by skill. */
    Map<String, WhyTier> why(WorkerSkills worker) {
        Map<String, WhyTier> why = new TreeMap<>();
        appraised(worker).forEach((name, known) -> why.put(name, why(worker.in(name), known)));
        return why;
    }

    /**
     * As the worker may see it: by the numbers of their last day, see {@link ShownSkill}. What they
     * were first checked for today is not there at all yet.
     */
    Map<String, WhyTier> whyAsShown(WorkerSkills worker) {
        Map<String, WhyTier> why = new TreeMap<>();
        worker.skills()
                .forEach(
                        (name, skill) -> {
                            WhyTier visible = why(skill, shown(skill));
                            if (visible.answers() > 0 || !visible.requesters().isEmpty()) {
                                why.put(name, visible);
                            }
                        });
        return why;
    }

    private WhyTier why(Skill skill, Appraisals known) {
        Map<String, WhyTier> requesters = new TreeMap<>();
        known.requesters()
                .forEach((id, of) -> requesters.put(id, WhyTier.of(skill.tier(id), of, ladder)));
        return WhyTier.elsewhere(skill.tier(), known.elsewhere(), ladder, requesters);
    }

    private static Appraisals shown(Skill skill) {
        Map<String, SkillEstimate> requesters = new TreeMap<>();
        skill.requesters()
                .forEach(
                        (id, of) -> {
                            SkillEstimate known = shown(of.level());
                            if (known.golds().weight() > 0) {
                                requesters.put(id, known);
                            }
                        });
        return new Appraisals(shown(skill.level()), requesters);
    }

    private static SkillEstimate shown(SkillLevel level) {
        ShownSkill shown = level.shown();
        return shown == null ? new SkillEstimate(Evidence.NONE, Evidence.NONE) : shown.known();
    }
}
