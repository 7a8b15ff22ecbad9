package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.budget.Budgets;
import io.assay.assignment.budget.Hold;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.it.Instance.Response;
import io.assay.events.BudgetChanged;
import io.assay.events.LeaseRule;
import io.assay.events.Money;
import io.assay.events.ProjectChanged;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskKind;
import io.assay.messaging.Engines;
import io.assay.messaging.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A lease is given only if the budget covers it, whichever instance gives it. */
class BudgetIT {

    private static final String EXHAUSTED = "/problems/budget-exhausted";
    private static final LeaseRule RULE = new LeaseRule(5, 3_600);

    private static Engines engines;
    private static Instance first;
    private static Instance second;

    private final String project = "p" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        engines = Engines.start();
        first = Instance.start(engines, "budgets");
        second = Instance.start(engines, "budgets");
        eventually().until(() -> owned(first) > 0 && owned(second) > 0);
        eventually().until(() -> owned(first) + owned(second) == Engines.PARTITIONS);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
        engines.close();
    }

    @Test
    void twoInstancesTogetherLeaseNoMoreThanTheBudget() {
        publish(priced(300, 3_000), IntStream.range(0, 60).map(_ -> 1_000).toArray());

        List<JsonNode> given = leaseByMany(20);

        assertThat(given).hasSize(10);
        assertThat(left()).isZero();
        first.apply(worker(99));
        assertThat(first.lease(worker(99), project).problem()).isEqualTo(EXHAUSTED);
        assertThat(second.lease(worker(99), project).problem()).isEqualTo(EXHAUSTED);
    }

    @Test
    void whatComesBackIsLeasedAgainOncePaymentHasBookedIt() {
        publish(priced(300, 600), IntStream.range(0, 30).map(_ -> 1_000).toArray());
        List<JsonNode> given = leaseByMany(4);
        assertThat(given).hasSize(2);

        released(300, 7);
        eventually().until(() -> left() == 300);
        assertThat(leaseByMany(4)).hasSize(1);
        released(0, 6); // older
        first.publish(priced(300, 1_200));
        eventually().until(() -> left() == 600);

        assertThat(leaseByMany(4)).hasSize(2);
    }

    /** Half-even: the first three cost nothing, the next two cost 2 each, the last 100. */
    @Test
    void skipsWhatIsTooDearAndGivesTheRest() {
        publish(priced(1, 7), 100, 400, 500, 1_500, 2_500, 100_000);

        List<JsonNode> given = leaseByMany(6);

        assertThat(given)
                .extracting(a -> a.at("/price/minor").asInt())
                .containsExactlyInAnyOrder(0, 0, 0, 2, 2);
        assertThat(left()).isEqualTo(3);
        first.apply(worker(99));
        assertThat(List.of(problem(first), problem(second))).contains(EXHAUSTED);
        assertThat(why(first) + why(second)).contains("\"budget-exhausted\",\"tasks\":1");
    }

    @Test
    void givesBackWhatWasHeldByAnInstanceThatDied() {
        publish(priced(300, 300), 1_000, 1_000);
        first.apply(worker(1));
        Budgets budgets = first.bean(Budgets.class);
        String task = project + "-0";
        Hold.Part part = new Hold.Part(task + "." + worker(1), task, worker(1), 300);
        Instant longAgo = TestClock.NOON.minus(Duration.ofDays(30));
        assertThat(budgets.take(new Hold("abandoned", project, longAgo, List.of(part))))
                .hasValue(0);

        eventually().until(() -> left() == 300);

        // whoever is late cannot write that lease any more
        JsonNode put = first.get(worker(1), "/v1/assignments/" + part.assignmentId()).body();
        assertThat(put.get("state").asString()).isEqualTo("returned");
        assertThat(leaseByMany(3)).hasSize(1);
    }

    private ProjectChanged priced(long base, long limit) {
        return Fixtures.withMoney(
                Fixtures.project(project, ProjectStatus.PUBLISHED, 1, RULE), base, limit);
    }

    private void publish(ProjectChanged rule, int... complexities) {
        first.publish(rule);
        for (int i = 0; i < complexities.length; i++) {
            first.publish(
                    Fixtures.task(project + "-" + i, project, TaskKind.WORK, complexities[i]));
        }
        eventually().until(() -> ready(first) + ready(second) == complexities.length);
    }

    private void released(long minor, long sequence) {
        Money zero = Money.zero("INR");
        first.publishAs(
                sequence,
                new BudgetChanged(
                        project, zero, zero, zero, false, Fixtures.NOW, new Money(minor, "INR")));
    }

    /** All at once, at both instances, until there is no more for anybody. */
    private List<JsonNode> leaseByMany(int workers) {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<List<JsonNode>>> all =
                    IntStream.range(0, workers)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> leaseAll(worker(i)), pool))
                            .toList();
            return all.stream().flatMap(one -> one.join().stream()).toList();
        }
    }

    private List<JsonNode> leaseAll(String worker) {
        first.apply(worker);
        List<JsonNode> given = new ArrayList<>();
        for (Instance instance : List.of(first, second)) {
            Response response = instance.lease(worker, project);
            while (response.status() == 200 && !response.assignments().isEmpty()) {
                given.addAll(response.assignments());
                response = instance.lease(worker, project);
            }
        }
        return given;
    }

    private String problem(Instance instance) {
        return instance.lease(worker(99), project).problem();
    }

    private String why(Instance instance) {
        return instance.get(worker(99), "/v1/work/why?projectId=" + project).body().toString();
    }

    private String worker(int number) {
        return "w" + number + "-of-" + project;
    }

    private long left() {
        return first.bean(Budgets.class).free(project).orElse(-1);
    }

    private int ready(Instance instance) {
        return instance.bean(Dispatch.class).ready(project, 5);
    }

    private static int owned(Instance instance) {
        return instance.bean(Dispatch.class).owned().size();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
