package io.assay.review.skill;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is told of a worker's skills, and to whom. */
class TellSkills {
    private final MongoSkills skills;
    private final MongoAgreements agreements;
    private final TierLadder ladder;
    private final Clock clock;

    TellSkills(MongoSkills skills, MongoAgreements agreements, TierLadder ladder, Clock clock) {
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
    Map<String, Appraisal> appraised(WorkerSkills worker) {
        Habits habits =
                agreements
                        .habits(List.of(worker.workerId()))
                        .getOrDefault(worker.workerId(), Habits.NONE);
        Map<String, Appraisal> known = new TreeMap<>();
        worker.skills()
                .forEach(
                        (name, skill) ->
                                known.put(
                                        name,
                                        skill.appraised(
                                                habits.others().getOrDefault(name, Evidence.NONE),
                                                clock.instant())));
        return known;
    }

    /** By project, by its gold answers alone. */
    Map<String, Appraisal> inProjects(Skill skill) {
        Map<String, Appraisal> known = new TreeMap<>();
        skill.projects()
                .forEach(
                        (id, seen) ->
                                known.put(
                                        id,
                                        new Appraisal(seen.asOf(clock.instant()), Evidence.NONE)));
        return known;
    }

    /** As it stands now, by skill. */
    Map<String, WhyTier> why(WorkerSkills worker) {
        Map<String, WhyTier> why = new TreeMap<>();
        appraised(worker)
                .forEach(
                        (name, known) ->
                                why.put(name, WhyTier.of(worker.in(name).tier(), known, ladder)));
        return why;
    }

    /** As the worker may see it: by the numbers of their last day, see {@link Shown}. */
    Map<String, WhyTier> whyForThem(WorkerSkills worker) {
        Map<String, WhyTier> why = new TreeMap<>();
        worker.skills()
                .forEach(
                        (name, skill) ->
                                why.put(name, WhyTier.of(skill.tier(), shown(skill), ladder)));
        return why;
    }

    private static Appraisal shown(Skill skill) {
        Shown shown = skill.shown();
        return shown == null ? new Appraisal(Evidence.NONE, Evidence.NONE) : shown.known();
    }
}
