package io.assay.cli.reconcile;

import io.assay.cli.client.Call;
import io.assay.cli.client.Json;
import io.assay.cli.client.Pause;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Session;
import io.assay.cli.client.Work;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.people.Staff;
import io.assay.cli.reconcile.Books.WorkerBooks;
import io.assay.events.Money;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Reads everybody's view of one project, or of several as if they were one. */
public final class BookCollector {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);
    private static final String CURRENCY = "INR";
    private static final List<String> SERVICES =
            List.of("task-service", "assignment-service", "review-service", "payment-service");

    private final Staff staff;
    private final List<Person> people;
    private final Supplier<Set<String>> acknowledged;
    private final List<String> projectIds;

    /** Someone who worked. */
    public record Person(String username, Work work) {}

    /**
     * @param people who worked on these projects and on no others
     * @param acknowledged assignments whose answer got a 2xx, so far
     */
    public BookCollector(
            Staff staff,
            List<Person> people,
            Supplier<Set<String>> acknowledged,
            List<String> projectIds) {
        this.staff = staff;
        this.people = List.copyOf(people);
        this.acknowledged = acknowledged;
        this.projectIds = List.copyOf(projectIds);
    }

    /** What the project still lacks of a result for each of its tasks. */
    public Optional<String> missingResults() {
        long pending =
                projectIds.stream()
                        .mapToLong(id -> staff.projects().progress(id).required("pending").asLong())
                        .sum();
        return pending == 0 ? Optional.empty() : Optional.of(pending + " tasks without a result");
    }

    /** What verdicts and pay still lack, once nobody works any more. */
    public Optional<String> unsettled() {
        Money reserved = ofBudgets("reserved");
        if (reserved.minor() != 0) {
            return Optional.of("reserved: " + reserved);
        }
        List<WorkerBooks> books = people.stream().map(this::worker).toList();
        long pending = count(books, States::isPending);
        if (pending > 0) {
            return Optional.of(pending + " labels unjudged");
        }
        long unpaid =
                count(books, BookCollector::isDue)
                        - books.stream().mapToLong(worker -> worker.earnings().size()).sum();
        return unpaid == 0 ? Optional.empty() : Optional.of(unpaid + " labels unpaid");
    }

    /** Tutorials and tests are free. */
    private static boolean isDue(Assignment assignment) {
        return States.isAccepted(assignment) && assignment.price().minor() > 0;
    }

    private static long count(List<WorkerBooks> books, Predicate<Assignment> state) {
        return books.stream()
                .flatMap(worker -> worker.assignments().stream())
                .filter(state)
                .count();
    }

    /**
     * All the books.
     *
     * @param streamed what the partner's stream brought
     * @param maxLabels that a task may get
     */
    public Books collect(Books.Imported imported, List<ResultStream.Line> streamed, int maxLabels) {
        return new Books(
                imported.planned(),
                imported.job(),
                projectIds.stream().flatMap(id -> staff.projects().export(id).stream()).toList(),
                streamed,
                people.stream().map(this::worker).toList(),
                acknowledged.get(),
                maxLabels,
                ledger(),
                deadLetters(staff.ops()));
    }

    /** How many events each service could not process. */
    public static Map<String, Integer> deadLetters(Session ops) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String service : SERVICES) {
            String path = "/v1/ops/" + service + "/dead-letters";
            counts.put(service, ops.all(path, JsonNode.class).size());
        }
        return counts;
    }

    private WorkerBooks worker(Person person) {
        Work work = person.work();
        List<Assignment> assignments =
                work.assignments().stream()
                        .filter(assignment -> projectIds.contains(assignment.projectId()))
                        .toList();
        return new WorkerBooks(
                person.username(),
                assignments,
                work.earnings().stream()
                        .filter(earning -> projectIds.contains(earning.projectId()))
                        .toList(),
                Ledgers.total(work.balance(), CURRENCY));
    }

    private Books.Ledger ledger() {
        JsonNode trial = staff.finance().get("/v1/ledger/trial-balance", JsonNode.class);
        JsonNode inCurrency = trial.path("currencies").path(0);
        JsonNode audit = audit();
        return new Books.Ledger(
                inCurrency.path("debit").path("minor").asLong(-1),
                inCurrency.path("credit").path("minor").asLong(-2),
                ofBudgets("reserved"),
                ofBudgets("spent"),
                Ledgers.isClean(audit),
                Ledgers.summary(audit));
    }

    private JsonNode audit() {
        JsonNode audit = staff.finance().send(Call.post("/v1/ledger/audits")).as(JsonNode.class);
        while (audit.path("status").asString("").equals("running")) {
            Pause.of(POLL_INTERVAL);
            String path = "/v1/ledger/audits/" + audit.required("id").asString();
            audit = staff.finance().get(path, JsonNode.class);
        }
        return audit;
    }

    private Money ofBudgets(String member) {
        return projectIds.stream()
                .map(id -> staff.projects().budget(id).required(member))
                .map(node -> Json.convert(node, Money.class))
                .reduce(Money.zero(CURRENCY), Money::plus);
    }
}
