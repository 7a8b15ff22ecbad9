package io.assay.review.skill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.review.skill.signal.Signal;
import io.assay.web.Caller;
import io.assay.web.Page;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well workers do, and what is conspicuous about their answers. */
@RestController
@Tag(name = "skills", description = "How well workers do, by skill")
class SkillController {
    private final SkillViews skills;
    private final ReviewSignals signals;

    SkillController(SkillViews skills, ReviewSignals signals) {
        this.skills = skills;
        this.signals = signals;
    }

    /**
     * Only tiers: a worker who saw the counts could tell from them which picture was gold. A skill
     * that is absent is of tier 1.
     */
    @GetMapping("/v1/skills/me")
    @PreAuthorize("hasRole('WORKER')")
    @Operation(
            summary = "The caller's tiers, 1 to 5, by skill; absent: 1",
            description =
                    "Under requesters those in the projects of requesters who have checked the"
                            + " caller, by requester id; tier is for all other projects.")
    OwnSkills own(Caller caller) {
        Map<String, Tier> tiers = new TreeMap<>();
        skills.of(caller.id())
                .skills()
                .forEach(
                        (name, skill) -> {
                            Tier tier = Tier.of(skill);
                            if (tier.tier() > 1 || !tier.requesters().isEmpty()) {
                                tiers.put(name, tier);
                            }
                        });
        return new OwnSkills(caller.id(), tiers);
    }

    @GetMapping("/v1/skills/me/why")
    @PreAuthorize("hasRole('WORKER')")
    @Operation(
            summary = "Why the caller is in a tier, and what would change it",
            description =
                    "The numbers are those of the end of the caller's last working day, or of today's"
                            + " last move to another tier: numbers that moved with each answer"
                            + " would tell which pictures are checks.")
    Why ownWhy(Caller caller) {
        return new Why(caller.id(), skills.whyAsShown(skills.of(caller.id())));
    }

    @GetMapping("/v1/skills/{workerId}")
    @PreAuthorize("hasAnyRole('REVIEWER', 'OPS')")
    @Operation(
            summary =
                    "What gold answers say of a worker: counts, and the 90 % credible interval of"
                            + " the accuracy; and how often other labels agreed with the outcome",
            description = "403 own-work about oneself.")
    Skills one(Caller caller, @PathVariable String workerId) {
        requireOther(caller, workerId);
        WorkerSkills worker = skills.of(workerId);
        Map<String, Standing> standings = new TreeMap<>();
        skills.appraised(worker)
                .forEach(
                        (name, known) ->
                                standings.put(
                                        name,
                                        Standing.of(
                                                worker.in(name),
                                                known,
                                                skills.inProjects(worker.in(name)))));
        return new Skills(workerId, standings, skills.agreements(workerId), worker.signals());
    }

    @GetMapping("/v1/skills/{workerId}/why")
    @PreAuthorize("hasAnyRole('REVIEWER', 'OPS')")
    @Operation(
            summary = "Why a worker is in a tier as of now, and what would change it",
            description = "403 own-work about oneself.")
    Why why(Caller caller, @PathVariable String workerId) {
        requireOther(caller, workerId);
        return new Why(workerId, skills.why(skills.of(workerId)));
    }

    @GetMapping("/v1/skills/signals")
    @PreAuthorize("hasAnyRole('REVIEWER', 'OPS')")
    @Operation(
            summary = "Workers whose answers a reviewer is asked to look at, by id",
            description =
                    "A signal is no verdict: each has a chance of being wrong, and nothing happens to"
                            + " the worker by itself beside more checks. Oneself is left out, so a"
                            + " page may be short.")
    Page<Conspicuous> conspicuous(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = Page.limit(limit);
        return Page.of(
                        signals.waiting(cursor == null ? "" : cursor, size),
                        size,
                        WorkerSkills::workerId)
                .flatMap(
                        worker ->
                                worker.workerId().equals(caller.id())
                                        ? Stream.empty()
                                        : Stream.of(Conspicuous.of(worker)));
    }

    @PostMapping("/v1/skills/{workerId}/signals/clear")
    @PreAuthorize("hasAnyRole('REVIEWER', 'OPS')")
    @Operation(
            summary = "A reviewer found nothing to act on: the worker is left in peace for 30 days",
            description =
                    "Repeating it changes nothing. 404 no-signals if there was nothing, 403 own-work"
                            + " about oneself.")
    Conspicuous clear(Caller caller, @PathVariable String workerId) {
        requireOther(caller, workerId);
        return signals.clear(workerId)
                .map(Conspicuous::of)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "no-signals",
                                        "Nothing is conspicuous about this worker."));
    }

    /**
     * Who also works reads what a worker reads: counts that move with each answer tell gold from
     * work.
     */
    private static void requireOther(Caller caller, String workerId) {
        if (caller.id().equals(workerId)) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN,
                    "own-work",
                    "This is about your own answers; somebody else has to look.");
        }
    }

    /** What a worker sees. */
    record OwnSkills(String workerId, Map<String, Tier> skills) {}

    /** By skill; one that is absent is of tier 1. */
    record Why(String workerId, Map<String, WhyTier> skills) {}

    /**
     * Each 1 to 5.
     *
     * @param tier in the projects of those who have not checked the worker
     * @param requesters in the projects of those who have, by requester id, where it is another
     *     one: an entry that came with the first check would tell which picture that was
     */
    record Tier(
            int tier, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> requesters) {
        static Tier of(Skill skill) {
            Map<String, Integer> with = new TreeMap<>();
            skill.requesters()
                    .forEach(
                            (id, of) -> {
                                if (of.level().tier() != skill.tier()) {
                                    with.put(id, of.level().tier());
                                }
                            });
            return new Tier(skill.tier(), with);
        }
    }

    /**
     * What reviewers and operations see.
     *
     * @param signals what is conspicuous about the worker's answers, and not looked at yet
     */
    record Skills(
            String workerId,
            Map<String, Standing> skills,
            Map<String, MongoAgreements.Counts> agreements,
            List<Signal> signals) {}

    /**
     * What is conspicuous about a worker.
     *
     * @param golds gold answers since, that did not clear it up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conspicuous(
            String workerId,
            List<Signal> signals,
            int golds,
            @Nullable Instant since,
            @Nullable Instant clearedAt) {

        static Conspicuous of(WorkerSkills worker) {
            Alarm alarm = worker.alarm();
            return alarm == null
                    ? new Conspicuous(worker.workerId(), List.of(), 0, null, null)
                    : new Conspicuous(
                            worker.workerId(),
                            alarm.signals(),
                            alarm.golds(),
                            alarm.since(),
                            alarm.clearedAt());
        }
    }

    /**
     * Lower and upper bound the accuracy, 0 to 1.
     *
     * @param correct gold answers that were right, partly right ones in part
     * @param goldNeed how much gold the worker gets, 0 to 1 between the project's bounds
     * @param requesters where the worker stands in the projects of those who have checked them
     * @param projects accuracy in each project by its gold answers alone
     */
    record Standing(
            int tier,
            int golds,
            double correct,
            double lower,
            double upper,
            double goldNeed,
            Map<String, WithRequester> requesters,
            Map<String, InProject> projects) {

        static Standing of(
                Skill skill, SkillViews.Appraisals all, Map<String, SkillEstimate> inProjects) {
            SkillEstimate known = all.elsewhere();
            Map<String, WithRequester> requesters = new TreeMap<>();
            skill.requesters()
                    .forEach(
                            (id, of) ->
                                    requesters.put(
                                            id,
                                            WithRequester.of(
                                                    of.level(),
                                                    all.requesters().getOrDefault(id, known))));
            Map<String, InProject> projects = new TreeMap<>();
            inProjects.forEach((id, seen) -> projects.put(id, InProject.of(seen)));
            return new Standing(
                    skill.tier(),
                    skill.golds(),
                    skill.correct(),
                    known.lower(),
                    known.upper(),
                    skill.level().goldNeed(),
                    requesters,
                    projects);
        }
    }

    /** As in {@link Standing}, in the projects of one requester. */
    record WithRequester(int tier, double lower, double upper, double goldNeed) {
        static WithRequester of(SkillLevel level, SkillEstimate known) {
            return new WithRequester(level.tier(), known.lower(), known.upper(), level.goldNeed());
        }
    }

    /** Mean and bounds of the accuracy in one project. */
    record InProject(double mean, double lower, double upper) {
        static InProject of(SkillEstimate known) {
            return new InProject(known.mean(), known.lower(), known.upper());
        }
    }
}
