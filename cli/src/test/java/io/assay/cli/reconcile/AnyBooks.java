package io.assay.cli.reconcile;

import io.assay.cli.client.Json;
import io.assay.cli.client.Projects.Exported;
import io.assay.cli.client.Projects.Job;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.client.Work.Earning;
import io.assay.cli.reconcile.Books.Ledger;
import io.assay.cli.reconcile.Books.Planned;
import io.assay.cli.reconcile.Books.WorkerBooks;
import io.assay.events.Answer;
import io.assay.events.Ids;
import io.assay.events.Money;
import io.assay.events.Verdict;
import io.assay.events.VerdictReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Books in which everything adds up: two workers, four work pictures, one gold. */
final class AnyBooks {

    private static final Money PRICE = new Money(150, "INR");

    private AnyBooks() {}

    public static Books inOrder() {
        List<Planned> planned = IntStream.range(0, 5).mapToObj(AnyBooks::planned).toList();
        List<WorkerBooks> workers =
                Stream.of("w1", "w2").map(worker -> worker(worker, planned)).toList();
        Set<String> acknowledged =
                workers.stream()
                        .flatMap(w -> w.assignments().stream())
                        .map(Assignment::assignmentId)
                        .collect(Collectors.toSet());
        return new Books(
                planned,
                new Job("j", "done", 5, 5, 0, 0),
                planned.stream().map(AnyBooks::exported).toList(),
                planned.stream().filter(p -> !p.gold()).map(AnyBooks::line).toList(),
                workers,
                acknowledged,
                3,
                new Ledger(3_000, 3_000, Money.zero("INR"), new Money(1_500, "INR"), true, "clean"),
                Map.of("task-service", 0));
    }

    public static String task(int number) {
        return Ids.taskId("p", "e" + number);
    }

    static WorkerBooks worker(String worker, List<Planned> planned) {
        List<Assignment> assignments =
                planned.stream().map(p -> accepted(p.taskId() + "." + worker)).toList();
        List<Earning> earnings =
                assignments.stream()
                        .map(
                                a ->
                                        new Earning(
                                                a.assignmentId() + ".x",
                                                "p",
                                                a.assignmentId(),
                                                PRICE))
                        .toList();
        return new WorkerBooks(
                worker,
                assignments,
                earnings,
                new Money(PRICE.minor() * assignments.size(), "INR"));
    }

    static Assignment accepted(String id) {
        return assignment(
                id,
                "reviewed",
                new Work.Judged(Verdict.ACCEPTED, VerdictReason.AGREES, "as others say"));
    }

    static Assignment assignment(String id, String state, Work.Judged verdict) {
        return new Assignment(id, "p", state, new Work.Media("image", "/x"), PRICE, 1, verdict);
    }

    static <T> List<T> with(List<T> items, T one) {
        List<T> more = new ArrayList<>(items);
        more.add(one);
        return more;
    }

    private static Planned planned(int number) {
        return new Planned(task(number), "e" + number, number == 4, "cat");
    }

    private static Exported exported(Planned picture) {
        return new Exported(
                picture.taskId(),
                picture.externalId(),
                picture.gold() ? "gold" : "labelled",
                new Answer.Category("cat"),
                0.99,
                2);
    }

    static ResultStream.Line line(Planned picture) {
        record Told(String taskId, Answer answer) {}
        Told told = new Told(picture.taskId(), new Answer.Category("cat"));
        JsonNode data = Json.read(Json.bytes(told), JsonNode.class);
        return new ResultStream.Line("c", picture.taskId() + ":1", "assay.TaskLabelled", data);
    }
}
