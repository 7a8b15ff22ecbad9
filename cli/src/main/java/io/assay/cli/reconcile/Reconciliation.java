package io.assay.cli.reconcile;

import io.assay.cli.client.Json;
import io.assay.cli.client.Projects.Exported;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.client.Work.Earning;
import io.assay.cli.reconcile.Books.Planned;
import io.assay.events.Answer;
import io.assay.events.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds the books of a finished project against each other. */
public final class Reconciliation {

    /** Share of results that must be right, with a simulated crowd as mixed as ours. */
    static final double MIN_ACCURACY = 0.9;

    private static final double ROUNDING = 1e-9;

    private final Books books;
    private final double minAccuracy;
    private final List<Check> checks = new ArrayList<>();

    private Reconciliation(Books books, double minAccuracy) {
        this.books = books;
        this.minAccuracy = minAccuracy;
    }

    /** Every line of the table, for the work of a simulated crowd. */
    public static List<Check> of(Books books) {
        return of(books, MIN_ACCURACY);
    }

    /**
     * Every line of the table.
     *
     * @param minAccuracy share of results that must be right, 0 to 1
     */
    public static List<Check> of(Books books, double minAccuracy) {
        Reconciliation reconciliation = new Reconciliation(books, minAccuracy);
        reconciliation.pictures();
        reconciliation.results();
        reconciliation.stream();
        reconciliation.labels();
        reconciliation.pay();
        reconciliation.ledger();
        return List.copyOf(reconciliation.checks);
    }

    private void pictures() {
        long gold = books.planned().stream().filter(Planned::gold).count();
        check(
                "pictures imported",
                books.planned().size() == books.imported().created(),
                "%,d = %,d work + %,d gold (%,d rejected)"
                        .formatted(
                                books.imported().created(),
                                books.planned().size() - gold,
                                gold,
                                books.imported().rejected()));
        Set<String> exported =
                books.exported().stream().map(Exported::taskId).collect(Collectors.toSet());
        Set<String> planned =
                books.planned().stream().map(Planned::taskId).collect(Collectors.toSet());
        check(
                "one task per picture, one export row per task",
                exported.equals(planned) && books.exported().size() == planned.size(),
                "%,d rows, %,d tasks".formatted(books.exported().size(), exported.size()));
    }

    private void results() {
        Map<String, Exported> byTask = new HashMap<>();
        books.exported().forEach(row -> byTask.put(row.taskId(), row));
        long results =
                books.taskIds(false).stream().filter(task -> hasResult(byTask.get(task))).count();
        checks.add(
                Check.same(
                        "a result for each work picture",
                        (long) books.taskIds(false).size(),
                        results));
        long right =
                books.planned().stream()
                        .filter(picture -> !picture.gold())
                        .filter(picture -> isRight(picture, byTask.get(picture.taskId())))
                        .count();
        long unknown = books.planned().stream().filter(p -> p.truth().isEmpty()).count();
        double accuracy = results <= unknown ? 0 : (double) right / (results - unknown);
        check(
                "results are right, by a truth that the platform does not have",
                accuracy >= minAccuracy - ROUNDING,
                String.format(
                        Locale.ROOT,
                        "%.1f %% (expected: at least %.1f %%)",
                        100 * accuracy,
                        100 * minAccuracy));
    }

    private void stream() {
        Map<String, Long> perTask =
                count(books.streamed(), line -> line.data().path("taskId").asString());
        Set<String> ids =
                books.streamed().stream().map(ResultStream.Line::id).collect(Collectors.toSet());
        long superseding =
                books.streamed().stream()
                        .filter(line -> line.type().endsWith("TaskLabelSuperseded"))
                        .count();
        check(
                "partner stream: each result exactly once",
                perTask.keySet().equals(books.taskIds(false))
                        && ids.size() == books.streamed().size()
                        && books.streamed().size() == perTask.size() + superseding,
                "%,d lines, %,d tasks, %,d repeated"
                        .formatted(
                                books.streamed().size(),
                                perTask.size(),
                                books.streamed().size() - ids.size()));
        Map<String, String> answers = new HashMap<>();
        books.streamed()
                .forEach(
                        line ->
                                answers.put(
                                        line.data().path("taskId").asString(),
                                        answer(line.data().path("answer"))));
        long differing =
                books.exported().stream()
                        .filter(Reconciliation::hasResult)
                        .filter(row -> !answer(row).equals(answers.get(row.taskId())))
                        .count();
        checks.add(
                Check.none(
                        "partner stream and export agree",
                        differing,
                        "%,d differ".formatted(differing)));
    }

    private void labels() {
        List<Assignment> answers = books.answers();
        Set<String> ids =
                answers.stream().map(Assignment::assignmentId).collect(Collectors.toSet());
        Set<String> lost = new HashSet<>(books.acknowledged());
        lost.removeAll(ids);
        checks.add(
                Check.none(
                        "no acknowledged answer is lost",
                        lost.size(),
                        "%,d acknowledged, %,d lost"
                                .formatted(books.acknowledged().size(), lost.size())));
        long accepted = answers.stream().filter(States::isAccepted).count();
        long rejected = answers.stream().filter(States::isRejected).count();
        long pending = answers.stream().filter(States::isPending).count();
        check(
                "every label has its verdict",
                pending == 0 && accepted + rejected == answers.size(),
                "%,d = %,d accepted + %,d rejected (%,d pending)"
                        .formatted(answers.size(), accepted, rejected, pending));
        List<Assignment> all =
                books.workers().stream().flatMap(w -> w.assignments().stream()).toList();
        long twice = (long) all.size() - count(all, Assignment::assignmentId).size();
        checks.add(
                Check.none(
                        "no worker saw a task twice",
                        twice,
                        "%,d leases, %,d repeated".formatted(all.size(), twice)));
        Map<String, Long> perTask = count(answers, a -> States.taskId(a.assignmentId()));
        perTask.keySet().retainAll(books.taskIds(false));
        long most = perTask.values().stream().mapToLong(Long::longValue).max().orElse(0);
        check(
                "no task got more labels than its rule",
                most <= books.maxLabels(),
                "at most %,d (rule: %,d)".formatted(most, books.maxLabels()));
    }

    private void pay() {
        List<Assignment> accepted = books.answers().stream().filter(States::isAccepted).toList();
        Map<String, Long> paid = count(books.earnings(), Earning::assignmentId);
        Set<String> due =
                accepted.stream().map(Assignment::assignmentId).collect(Collectors.toSet());
        check(
                "one earning per accepted label",
                paid.keySet().equals(due) && books.earnings().size() == due.size(),
                "%,d accepted, %,d earnings, %,d repeated"
                        .formatted(
                                due.size(),
                                books.earnings().size(),
                                books.earnings().size() - paid.size()));
        Money prices = Books.sum(accepted.stream().map(Assignment::price), books.currency());
        Money earned = Books.sum(books.earnings().stream().map(Earning::amount), books.currency());
        checks.add(Check.same("earnings = prices promised", shown(prices), shown(earned)));
        long off = books.workers().stream().filter(w -> !w.earned().equals(w.balance())).count();
        checks.add(
                Check.none(
                        "each worker's balance = own earnings",
                        off,
                        "%,d workers, %,d off".formatted(books.workers().size(), off)));
        checks.add(
                Check.same(
                        "budget spent = earnings", shown(earned), shown(books.ledger().spent())));
        checks.add(
                Check.same(
                        "budget reserved",
                        shown(Money.zero(books.currency())),
                        shown(books.ledger().reserved())));
    }

    private void ledger() {
        Books.Ledger ledger = books.ledger();
        check(
                "the journal balances",
                ledger.debits() == ledger.credits() && ledger.debits() > 0,
                "debits %s, credits %s"
                        .formatted(
                                shown(new Money(ledger.debits(), books.currency())),
                                shown(new Money(ledger.credits(), books.currency()))));
        check("audit: balances = journal", ledger.auditClean(), ledger.audit());
        int dead = books.deadLetters().values().stream().mapToInt(Integer::intValue).sum();
        checks.add(
                Check.none("dead letters", dead, dead == 0 ? "0" : books.deadLetters().toString()));
    }

    private void check(String what, boolean holds, String figures) {
        checks.add(new Check(what, holds, figures));
    }

    private static boolean hasResult(@Nullable Exported row) {
        return row != null
                && (row.status().equals("labelled") || row.status().equals("unlabelable"));
    }

    private static boolean isRight(Planned picture, @Nullable Exported row) {
        return row != null
                && row.answer() instanceof Answer.Category(String classId)
                && classId.equals(picture.truth());
    }

    private static String answer(Exported row) {
        return row.answer() == null ? "" : Json.text(row.answer());
    }

    private static String answer(JsonNode answer) {
        return answer.isObject() ? Json.text(Json.convert(answer, Answer.class)) : "";
    }

    private static <T> Map<String, Long> count(List<T> items, Function<T, String> key) {
        return items.stream()
                .collect(Collectors.groupingBy(key, HashMap::new, Collectors.counting()));
    }

    static String shown(Money money) {
        return String.format(
                Locale.ROOT,
                "%s %,d.%02d",
                money.currency(),
                money.minor() / 100,
                Math.abs(money.minor() % 100));
    }
}
