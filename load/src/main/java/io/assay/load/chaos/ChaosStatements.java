package io.assay.load.chaos;

import io.assay.cli.client.Projects.Exported;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.client.Work.Earning;
import io.assay.cli.reconcile.Books.Planned;
import io.assay.cli.reconcile.Check;
import io.assay.cli.reconcile.States;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what must be true, always, is true; numbered as in the architecture. */
final class ChaosStatements {

    private final Evidence evidence;
    private final Set<String> tasks;
    private final List<Check> checks = new ArrayList<>();

    private ChaosStatements(Evidence evidence) {
        this.evidence = evidence;
        this.tasks = evidence.books().taskIds(false);
    }

    static List<Check> of(Evidence evidence) {
        ChaosStatements statements = new ChaosStatements(evidence);
        statements.oneResult();
        statements.oneVerdict();
        statements.oneEarning();
        statements.journal();
        statements.onceToAWorker();
        statements.labelsWithinRule();
        statements.nothingLost();
        statements.deadLetters();
        return List.copyOf(statements.checks);
    }

    private void oneResult() {
        long exported =
                evidence.books().exported().stream()
                        .filter(row -> tasks.contains(row.taskId()))
                        .filter(ChaosStatements::isDecided)
                        .map(Exported::taskId)
                        .distinct()
                        .count();
        add("1 each task has one current result (export)", tasks.size(), exported);
        List<LoggedEvent> results =
                Stream.of("TaskLabelled", "TaskUnlabelable", "TaskLabelSuperseded")
                        .flatMap(name -> evidence.named(name).stream())
                        .toList();
        Map<String, Set<String>> ids =
                distinct(results, event -> event.text("taskId") + "/" + event.text("version"));
        long first = ids.keySet().stream().filter(key -> key.endsWith("/1")).count();
        long doubled = ids.values().stream().filter(set -> set.size() > 1).count();
        add(
                "1 each task has one first result (topic)",
                first == tasks.size() && doubled == 0,
                "%,d tasks, %,d with two".formatted(first, doubled));
        Map<String, Long> streamed =
                evidence.books().streamed().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ResultStream.Line::id, Collectors.counting()));
        long repeated = streamed.values().stream().filter(count -> count > 1).count();
        Set<String> received =
                evidence.books().streamed().stream()
                        .map(line -> line.data().path("taskId").asString(""))
                        .collect(Collectors.toSet());
        add(
                "1 the partner received each result once",
                repeated == 0 && received.equals(tasks),
                "%,d tasks, %,d repeated".formatted(received.size(), repeated));
    }

    private void oneVerdict() {
        Map<String, Set<String>> verdicts =
                distinct(
                        evidence.named("LabelReviewed").stream()
                                .filter(event -> event.text("corrects").isEmpty())
                                .toList(),
                        event -> event.text("assignmentId"));
        long doubled = verdicts.values().stream().filter(ids -> ids.size() > 1).count();
        Set<String> answered =
                ids(
                        evidence.books().workers().stream()
                                .flatMap(w -> w.assignments().stream())
                                .filter(States::isAnswered));
        long unjudged = answered.stream().filter(id -> !verdicts.containsKey(id)).count();
        add(
                "1 each label has one verdict, corrections apart",
                doubled == 0 && unjudged == 0 && verdicts.size() == answered.size(),
                "%,d labels, %,d without, %,d with two"
                        .formatted(answered.size(), unjudged, doubled));
    }

    private void oneEarning() {
        Set<String> accepted =
                evidence.named("LabelReviewed").stream()
                        .filter(event -> event.text("verdict").equals("accepted"))
                        .map(event -> event.text("assignmentId"))
                        .collect(Collectors.toSet());
        Map<String, Set<String>> earnings =
                distinct(evidence.named("EarningRecorded"), event -> event.text("assignmentId"));
        long doubled = earnings.values().stream().filter(ids -> ids.size() > 1).count();
        add(
                "1 each accepted label has one earning (topic)",
                doubled == 0 && earnings.keySet().equals(accepted),
                "%,d accepted, %,d earnings, %,d with two"
                        .formatted(accepted.size(), earnings.size(), doubled));
        List<Earning> published =
                evidence.books().workers().stream().flatMap(w -> w.earnings().stream()).toList();
        Set<String> paid =
                published.stream().map(Earning::assignmentId).collect(Collectors.toSet());
        add(
                "1 each accepted label has one earning (workers)",
                paid.equals(accepted) && published.size() == paid.size(),
                "%,d accepted, %,d earnings".formatted(accepted.size(), published.size()));
    }

    private void journal() {
        add(
                "2 the journal balanced at every look",
                evidence.journalUnbalanced() == 0 && evidence.journalLooks() > 0,
                "%,d looks during the run, %,d unbalanced"
                        .formatted(evidence.journalLooks(), evidence.journalUnbalanced()));
        add(
                "2 the journal balances, the audit is clean",
                evidence.books().ledger().debits() == evidence.books().ledger().credits()
                        && evidence.books().ledger().auditClean(),
                evidence.books().ledger().audit());
    }

    private void onceToAWorker() {
        Map<String, Set<String>> assigned =
                distinct(evidence.named("TaskAssigned"), event -> event.text("assignmentId"));
        long doubled = assigned.values().stream().filter(ids -> ids.size() > 1).count();
        add(
                "3 a worker saw a task at most once",
                doubled == 0 && !assigned.isEmpty(),
                "%,d assignments, %,d twice".formatted(assigned.size(), doubled));
    }

    private void labelsWithinRule() {
        Map<String, Set<String>> labels = new HashMap<>();
        Stream.of("LabelSubmitted", "LabelFlagged")
                .flatMap(name -> evidence.named(name).stream())
                .filter(event -> tasks.contains(event.text("taskId")))
                .forEach(
                        event ->
                                labels.computeIfAbsent(event.text("taskId"), _ -> new HashSet<>())
                                        .add(event.text("assignmentId")));
        long over =
                labels.values().stream()
                        .filter(ids -> ids.size() > evidence.books().maxLabels())
                        .count();
        int most = labels.values().stream().mapToInt(Set::size).max().orElse(0);
        add(
                "3 a task got no more labels than its rule",
                over == 0,
                "at most %,d (rule: %,d), %,d tasks over it"
                        .formatted(most, evidence.books().maxLabels(), over));
    }

    private void nothingLost() {
        Set<String> labels = assignments("LabelSubmitted");
        Set<String> flags = assignments("LabelFlagged");
        Set<String> returns = assignments("AssignmentReturned");
        lost("labels", evidence.log().labelled(), labels);
        lost("flags", evidence.log().flagged(), flags);
        lost("skips and returns", evidence.log().returned(), returns);
        Set<String> created =
                evidence.named("TaskCreated").stream()
                        .map(event -> event.text("taskId"))
                        .collect(Collectors.toSet());
        Set<String> planned =
                evidence.books().planned().stream()
                        .map(Planned::taskId)
                        .collect(Collectors.toSet());
        lost("imported rows", planned, created);
    }

    private void deadLetters() {
        Set<String> expected = new HashSet<>();
        evidence.readers()
                .forEach(
                        (group, topics) ->
                                evidence.poison().stream()
                                        .filter(poison -> poison.kind().isDeadLetter())
                                        .filter(p -> topics.contains(p.topic().topicName()))
                                        .filter(_ -> evidence.deadLetters().containsKey(group))
                                        .forEach(p -> expected.add(group + " " + p.marker())));
        Set<String> found = new HashSet<>();
        List<String> innocent = new ArrayList<>();
        evidence.deadLetters()
                .forEach(
                        (service, letters) ->
                                letters.forEach(
                                        letter -> {
                                            String marker = letter.path("key").asString("");
                                            if (evidence.poisonTried().contains(marker)) {
                                                found.add(service + " " + marker);
                                            } else {
                                                innocent.add(service + " " + letter);
                                            }
                                        }));
        long missing = expected.stream().filter(key -> !found.contains(key)).count();
        add(
                "  dead letters hold the poison, and nothing else",
                missing == 0 && innocent.isEmpty(),
                "%,d poison records; %,d dead letters expected, %,d missing, %,d innocent %s"
                        .formatted(
                                evidence.poison().size(),
                                expected.size(),
                                missing,
                                innocent.size(),
                                innocent.stream().limit(2).toList()));
        add(
                "  duplicates were injected",
                evidence.copies() > 0,
                "%,d records published again".formatted(evidence.copies()));
    }

    private void lost(String what, Set<String> acknowledged, Set<String> found) {
        long lost = acknowledged.stream().filter(id -> !found.contains(id)).count();
        add(
                "5 acknowledged " + what + " are there",
                lost == 0,
                "%,d acknowledged, %,d lost".formatted(acknowledged.size(), lost));
    }

    private Set<String> assignments(String event) {
        return evidence.named(event).stream()
                .map(lease -> lease.text("assignmentId"))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Stream<Assignment> assignments) {
        return assignments.map(Assignment::assignmentId).collect(Collectors.toSet());
    }

    private static boolean isDecided(Exported row) {
        return row.status().equals("labelled") || row.status().equals("unlabelable");
    }

    /** Distinct event ids by key. */
    private static Map<String, Set<String>> distinct(
            List<LoggedEvent> events, Function<LoggedEvent, String> key) {
        Map<String, Set<String>> ids = new HashMap<>();
        events.forEach(
                event ->
                        ids.computeIfAbsent(key.apply(event), _ -> new HashSet<>())
                                .add(event.id()));
        return ids;
    }

    private void add(String what, long expected, long found) {
        checks.add(Check.same(what, expected, found));
    }

    private void add(String what, boolean holds, String figures) {
        checks.add(new Check(what, holds, figures));
    }
}
