package io.assay.system.stage;

import io.assay.events.Money;
import io.assay.system.check.Books;
import io.assay.system.check.Books.WorkerBooks;
import io.assay.system.check.States;
import io.assay.system.client.Call;
import io.assay.system.client.Json;
import io.assay.system.client.Pause;
import io.assay.system.client.ResultStream;
import io.assay.system.client.Session;
import io.assay.system.client.Work.Assignment;
import io.assay.system.crowd.Crowd;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Asks everybody what they were told about one project. */
public final class Bookkeeping {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final List<String> SERVICES =
            List.of("task-service", "assignment-service", "review-service", "payment-service");

    private final Staff staff;
    private final Crowd crowd;
    private final String projectId;

    public Bookkeeping(Staff staff, Crowd crowd, String projectId) {
        this.staff = staff;
        this.crowd = crowd;
        this.projectId = projectId;
    }

    /** What the project still lacks of a result for each of its tasks. */
    public Optional<String> missingResults() {
        long pending = staff.projects().progress(projectId).path("pending").asLong(-1);
        return pending == 0 ? Optional.empty() : Optional.of(pending + " tasks without a result");
    }

    /** What verdicts and pay still lack, once nobody works any more. */
    public Optional<String> unsettled() {
        JsonNode budget = budget();
        if (money(budget, "reserved").minor() != 0) {
            return Optional.of("reserved: " + budget);
        }
        long pending =
                crowd.members().stream()
                        .flatMap(member -> member.work().assignments().stream())
                        .filter(States::isPending)
                        .count();
        return pending == 0 ? Optional.empty() : Optional.of(pending + " labels unjudged");
    }

    /**
     * All the books.
     *
     * @param streamed what the partner's stream brought
     * @param mostLabels that a task may get
     */
    public Books gather(
            Production.Imported imported, List<ResultStream.Line> streamed, int mostLabels) {
        Set<String> acknowledged = new HashSet<>(crowd.log().labelled());
        acknowledged.addAll(crowd.log().flagged());
        return new Books(
                imported.planned(),
                imported.job(),
                staff.projects().export(projectId),
                streamed,
                crowd.members().stream().map(this::worker).toList(),
                acknowledged,
                mostLabels,
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

    private WorkerBooks worker(Crowd.Member member) {
        List<Assignment> assignments =
                member.work().assignments().stream()
                        .filter(assignment -> assignment.projectId().equals(projectId))
                        .toList();
        return new WorkerBooks(
                member.username(),
                assignments,
                member.work().earnings().stream()
                        .filter(earning -> earning.projectId().equals(projectId))
                        .toList(),
                Ledgers.total(member.work().balance(), "INR"));
    }

    private Books.Ledger ledger() {
        JsonNode trial = staff.finance().get("/v1/ledger/trial-balance", JsonNode.class);
        JsonNode inCurrency = trial.path("currencies").path(0);
        JsonNode audit = audit();
        JsonNode budget = budget();
        return new Books.Ledger(
                inCurrency.path("debit").path("minor").asLong(-1),
                inCurrency.path("credit").path("minor").asLong(-2),
                money(budget, "reserved"),
                money(budget, "spent"),
                Ledgers.isClean(audit),
                Ledgers.summary(audit));
    }

    private JsonNode audit() {
        JsonNode audit = staff.finance().send(Call.post("/v1/ledger/audits")).as(JsonNode.class);
        while (audit.path("status").asString("").equals("running")) {
            Pause.of(BETWEEN_LOOKS);
            String path = "/v1/ledger/audits/" + audit.required("id").asString();
            audit = staff.finance().get(path, JsonNode.class);
        }
        return audit;
    }

    private JsonNode budget() {
        return staff.projects().budget(projectId);
    }

    private static Money money(JsonNode node, String member) {
        return Json.convert(node.required(member), Money.class);
    }
}
