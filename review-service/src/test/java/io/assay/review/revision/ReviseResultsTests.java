package io.assay.review.revision;

import static io.assay.review.TestEvents.NOON;
import static io.assay.review.TestEvents.created;
import static io.assay.review.TestEvents.label;
import static io.assay.review.TestEvents.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Answer;
import io.assay.events.OverlapRule;
import io.assay.events.ProjectChanged;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.messaging.Aggregates;
import io.assay.messaging.Draft;
import io.assay.messaging.InMemoryStore;
import io.assay.messaging.Versioned;
import io.assay.review.gold.VerdictDelays;
import io.assay.review.intake.ReceiveTasks;
import io.assay.review.learning.ProjectModels;
import io.assay.review.learning.ProjectModelsOfAnotherInstance;
import io.assay.review.learning.TrainingExample;
import io.assay.review.outcome.TaskOutcomes;
import io.assay.review.project.MongoProjects;
import io.assay.review.rejection.RejectionAlarm;
import io.assay.review.rejection.RejectionRule;
import io.assay.review.skill.MongoSkills;
import io.assay.review.skill.TierLadder;
import io.assay.review.task.MongoTasks;
import io.assay.review.task.Pseudonyms;
import io.assay.review.task.ReviewContexts;
import io.assay.review.task.ReviewSettings;
import io.assay.review.task.ReviewedTask;
import io.assay.review.verdict.Submission;
import io.assay.review.verdict.VerdictMetrics;
import io.assay.truth.consensus.Tolerance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({InMemoryStore.class, ReviseResultsTests.Stores.class})
class ReviseResultsTests {
    private static final OverlapRule TWO = new OverlapRule(2, 2, 0.6);
    private static final ProjectChanged PROJECT = project("p", TWO);
    private static final TaskCreated TASK = created("p", "one");
    private static final Answer CAT = new Answer.Category("cat");
    private static final Answer DOG = new Answer.Category("dog");

    /** So many gold tasks tell clearly how the two workers answer. */
    private static final int ENOUGH = 150;

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"io.assay.review.project", "io.assay.review.skill"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(Mongo\\w+|SkillConfiguration)"))
    static class Stores {

        @Bean
        TierLadder ladder() {
            return TierLadder.DEFAULT;
        }
    }

    private final MongoTemplate mongo;
    private final MongoTasks tasks;
    private final MongoProjects projects;
    private final MongoSkills skills;
    private final ProjectModels models;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private int golds;

    @Autowired
    ReviseResultsTests(
            Aggregates aggregates,
            MongoTemplate mongo,
            MongoProjects projects,
            MongoSkills skills) {
        this.mongo = mongo;
        this.tasks = new MongoTasks(aggregates, mongo);
        this.projects = projects;
        this.skills = skills;
        this.models = ProjectModelsOfAnotherInstance.of(mongo);
    }

    /** By two workers who say that it is a cat. */
    @BeforeEach
    void decided() {
        for (String collection : List.of("tasks", "projects", "taught")) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        History history = new History(TASK.taskId(), TWO);
        history.receive(TASK, label(TASK, "a", "cat"), label(TASK, "b", "cat"));
        assertThat(history.task().byConsensus()).isEqualTo(CAT);
        projects.keep(List.of(ReceiveTasks.received(PROJECT)));
        tasks.write(List.of(new Draft<>(TASK.taskId(), history.task(), List.of())), List.of());
    }

    @Test
    void writesTellsAndTeachesWhatIsDecidedAnew() {
        teachResult(CAT);
        assertThat(teachGold(DOG)).containsExactly(TASK.taskId());

        revision(models, meters, () -> {}).revise(List.of(TASK.taskId()));

        assertThat(task().state().byConsensus()).isEqualTo(DOG);
        assertThat(told()).contains("assay.TaskLabelSuperseded");
        assertThat(superseded(meters)).isEqualTo(1);
        assertThat(teachGold(DOG)).isEmpty();
    }

    /** The crowd had heard of another result, which somebody has corrected since. */
    @Test
    void writesNothingIfTheResultStands() {
        teachResult(DOG);
        assertThat(teachGold(CAT)).containsExactly(TASK.taskId());

        revision(models, meters, () -> {}).revise(List.of(TASK.taskId()));

        assertThat(task().version()).isEqualTo(1);
        assertThat(told()).isEmpty();
        assertThat(superseded(meters)).isZero();
        assertThat(teachGold(CAT)).isEmpty();
    }

    @Test
    void leavesItToWhoeverWasFaster() {
        teachResult(CAT);
        teachGold(DOG);
        MeterRegistry faster = new SimpleMeterRegistry();
        ReviseResults another =
                revision(ProjectModelsOfAnotherInstance.of(mongo), faster, () -> {});
        Runnable meanwhile = () -> another.revise(List.of(TASK.taskId()));

        revision(models, meters, meanwhile).revise(List.of(TASK.taskId()));

        assertThat(task().state().byConsensus()).isEqualTo(DOG);
        assertThat(task().version()).isEqualTo(2);
        assertThat(superseded(faster)).isEqualTo(1);
        assertThat(superseded(meters)).isZero();
        // not taught: it is in doubt again
        assertThat(teachGold(DOG)).containsExactly(TASK.taskId());
    }

    @Test
    void aTaskThatIsGoneIsPassedOver() {
        teachResult(CAT);
        teachGold(DOG);

        revision(models, meters, () -> {}).revise(List.of("gone", TASK.taskId()));

        assertThat(tasks.find("gone")).isEmpty();
        assertThat(task().state().byConsensus()).isEqualTo(DOG);
    }

    private ReviseResults revision(
            ProjectModels known, MeterRegistry registry, Runnable meanwhile) {
        TaskOutcomes outcomes =
                new TaskOutcomes(
                        registry,
                        new VerdictMetrics(registry),
                        new VerdictDelays(new SecureRandom()),
                        _ -> {},
                        new RejectionAlarm(RejectionRule.DEFAULT));
        ReviewSettings settings =
                new ReviewSettings(
                        Tolerance.DEFAULT, new Pseudonyms("a secret of sixteen"), _ -> false);
        ReviewContexts contexts =
                new ReviewContexts(skills, known, settings, new Meanwhile(meanwhile));
        return new ReviseResults(tasks, projects, contexts, outcomes, known);
    }

    /**
     * What happens elsewhere between reading a task and writing it, where the time is asked for.
     */
    private static final class Meanwhile extends Clock {
        private final Runnable elsewhere;

        Meanwhile(Runnable elsewhere) {
            this.elsewhere = elsewhere;
        }

        @Override
        public Instant instant() {
            elsewhere.run();
            return NOON.plusSeconds(60);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("zone: " + zone + " (expected: UTC)");
        }
    }

    private void teachResult(Answer result) {
        models.learn(
                "p",
                PROJECT.ontology(),
                new TrainingExample(TASK.taskId(), false, null, cats(TASK), true, result));
    }

    /** The two workers say cat to gold that is something. Returns what is in doubt by then. */
    private Set<String> teachGold(Answer truth) {
        Set<String> doubted = new TreeSet<>();
        for (int i = 0; i < ENOUGH; i++) {
            TaskCreated gold = created("p", "gold" + golds++, TaskKind.GOLD);
            doubted.addAll(
                    models.learn(
                            "p",
                            PROJECT.ontology(),
                            new TrainingExample(
                                    gold.taskId(), true, truth, cats(gold), true, null)));
        }
        return doubted;
    }

    private static List<Submission.Label> cats(TaskCreated task) {
        return List.of(
                Submission.Label.of(label(task, "a", "cat")),
                Submission.Label.of(label(task, "b", "cat")));
    }

    private Versioned<ReviewedTask> task() {
        return tasks.find(TASK.taskId()).orElseThrow();
    }

    /** Types of what waits to be published. */
    private List<String> told() {
        Document stored =
                mongo.getCollection("tasks").find(new Document("_id", TASK.taskId())).first();
        return stored == null
                ? List.of()
                : stored.getList("outbox", Document.class, List.of()).stream()
                        .map(entry -> entry.getString("type"))
                        .toList();
    }

    private static double superseded(MeterRegistry meters) {
        return meters.counter("assay.results.superseded").count();
    }
}
