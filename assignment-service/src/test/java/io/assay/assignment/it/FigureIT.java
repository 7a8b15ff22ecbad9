package io.assay.assignment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.assignment.Fixtures;
import io.assay.assignment.dispatch.Dispatch;
import io.assay.assignment.project.Projects;
import io.assay.events.LabelReviewed;
import io.assay.events.LeaseRule;
import io.assay.events.LeaseTerms;
import io.assay.events.Media;
import io.assay.events.Money;
import io.assay.events.ProjectStatus;
import io.assay.events.TaskCreated;
import io.assay.events.TaskKind;
import io.assay.events.Verdict;
import io.assay.events.VerdictBasis;
import io.assay.events.VerdictReason;
import io.assay.messaging.Engines;
import io.assay.messaging.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Workers see what an hour of a project really brings. */
class FigureIT {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final int EACH = 10;
    private static final TestClock CLOCK = new TestClock();

    private static Engines engines;
    private static Instance service;

    private final String project = "figures" + NAMES.incrementAndGet();
    private final List<String> workers = List.of(worker(), worker(), worker());

    private static String worker() {
        return "f" + NAMES.incrementAndGet();
    }

    @BeforeAll
    static void start() {
        engines = Engines.start();
        service = Instance.start(engines, "figures", CLOCK);
    }

    @AfterAll
    static void stop() {
        service.close();
        engines.close();
    }

    /** As gold is rejected here and work accepted, the share tells that both count. */
    @Test
    void tellsWhatLabelsOfGoldAndWorkTookAndBrought() {
        publish();
        int golds = 0;

        for (String worker : workers) {
            golds += label(worker);
        }

        assertThat(golds).as("some of each").isBetween(1, 3 * EACH - 1);
        int percent = Math.round(100f * (3 * EACH - golds) / (3 * EACH));
        JsonNode card =
                await().until(
                                () -> card(workers.getFirst()),
                                one -> one.at("/figures/acceptedPercent").asInt() == percent);
        assertThat(card.at("/figures/pictureMillis").asLong()).isBetween(7_600L, 300_000L);
        assertThat(card.at("/figures/verdictSeconds").asLong()).isBetween(540L, 660L);
        assertThat(card.at("/figures/hourly/minor").asLong()).isPositive();
        assertThat(card.at("/mine/pictureMillis").asLong()).isBetween(8_000L, 300_000L);
        assertThat(card.at("/mine/hourly/currency").asString()).isEqualTo("INR");
    }

    @Test
    void tellsNothingOfOneWorkerToAnother() {
        publish();

        label(workers.getFirst());

        JsonNode mine =
                await().until(
                                () -> card(workers.getFirst()),
                                one -> one.at("/mine/acceptedPercent").isNumber());
        assertThat(mine.at("/figures").size()).isZero();
        service.apply(workers.get(1));
        assertThat(card(workers.get(1)).at("/figures").size()).isZero();
        assertThat(card(workers.get(1)).at("/mine").size()).isZero();
    }

    @Test
    void listsWorkPieceByPiece() {
        publish();
        String another = "zz-" + project;
        service.publish(Fixtures.project(another));
        await().until(() -> service.bean(Projects.class).find(another).isPresent());
        String worker = workers.getFirst();
        service.apply(worker);

        List<String> listed = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = service.get(worker, "/v1/work?limit=1&cursor=" + next).body();
            assertThat(page.get("items").size()).isLessThanOrEqualTo(1);
            page.get("items").forEach(item -> listed.add(item.get("id").asString()));
            next = page.path("next").asString(null);
        }

        assertThat(listed).contains(project, another).doesNotHaveDuplicates().isSorted();
        assertThat(service.get(worker, "/v1/work?limit=0").status()).isEqualTo(400);
    }

    private JsonNode card(String worker) {
        return service.get(worker, "/v1/work/projects?projectId=" + project).body().at("/items/0");
    }

    /** Returns how many were gold. */
    private int label(String worker) {
        service.apply(worker);
        int golds = 0;
        for (int i = 0; i < EACH; i++) {
            String body = "{\"projectId\":\"" + project + "\",\"max\":1}";
            String id =
                    await().until(
                                    () -> service.post(worker, "/v1/leases", body),
                                    r -> r.status() == 200 && r.assignments().size() == 1)
                            .assignments()
                            .getFirst()
                            .get("assignmentId")
                            .asString();
            CLOCK.pass(Duration.ofSeconds(8));
            service.label(worker, id, "cat");
            boolean gold = id.startsWith("g");
            golds += gold ? 1 : 0;
            service.publish(verdict(worker, id, gold ? Verdict.REJECTED : Verdict.ACCEPTED));
        }
        return golds;
    }

    private LabelReviewed verdict(String worker, String assignmentId, Verdict verdict) {
        return new LabelReviewed(
                assignmentId,
                assignmentId.replace("." + worker, ""),
                project,
                worker,
                new LeaseTerms(1, new Money(150, "INR"), 1, 1_000, 1),
                verdict,
                verdict == Verdict.ACCEPTED ? VerdictReason.AGREES : VerdictReason.DIFFERS,
                VerdictBasis.GOLD,
                "",
                1,
                CLOCK.instant().plusSeconds(600));
    }

    private void publish() {
        service.publish(
                Fixtures.project(
                        project, ProjectStatus.PUBLISHED, 1, new LeaseRule(10, 3_600), 3, 0.4));
        int before = service.bean(Dispatch.class).open();
        for (int i = 0; i < 3 * EACH; i++) {
            service.publish(task("w-" + project + "-" + i, TaskKind.WORK));
            service.publish(task("g-" + project + "-" + i, TaskKind.GOLD));
        }
        await().until(() -> service.bean(Dispatch.class).open() == before + 6 * EACH);
    }

    private TaskCreated task(String id, TaskKind kind) {
        return new TaskCreated(
                id,
                project,
                "external-" + id,
                kind,
                new Media("image", "https://example.org/" + id, "image/png", 64, 48),
                1_000,
                0,
                null,
                Fixtures.NOW);
    }
}
