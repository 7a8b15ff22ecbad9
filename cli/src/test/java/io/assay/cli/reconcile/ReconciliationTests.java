package io.assay.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.cli.client.Work.Assignment;
import io.assay.cli.client.Work.Earning;
import io.assay.cli.reconcile.Books.Ledger;
import io.assay.cli.reconcile.Books.WorkerBooks;
import io.assay.events.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReconciliationTests {

    private final Books inOrder = AnyBooks.inOrder();

    @Test
    void findsNothingWrongWithBooksInOrder() {
        assertThat(failing(inOrder)).isEmpty();
    }

    @Test
    void missesAResult() {
        Books books =
                with(
                        inOrder.exported().subList(1, 5),
                        inOrder.streamed().subList(1, 4),
                        inOrder.workers());

        assertThat(failing(books))
                .contains(
                        "one task per picture, one export row per task",
                        "a result for each work picture",
                        "partner stream: each result exactly once");
    }

    @Test
    void noticesAResultThatWasStreamedTwice() {
        Books books =
                with(
                        inOrder.exported(),
                        AnyBooks.with(inOrder.streamed(), inOrder.streamed().getFirst()),
                        inOrder.workers());

        assertThat(failing(books)).containsExactly("partner stream: each result exactly once");
    }

    @Test
    void noticesALostLabel() {
        Books books =
                changed(
                        w ->
                                new WorkerBooks(
                                        w.username(),
                                        w.assignments().subList(1, 5),
                                        w.earnings(),
                                        w.balance()));

        assertThat(failing(books))
                .contains("no acknowledged answer is lost", "one earning per accepted label");
    }

    @Test
    void noticesALabelWithoutVerdict() {
        Books books =
                changed(
                        w -> {
                            List<Assignment> all = new ArrayList<>(w.assignments());
                            all.set(
                                    0,
                                    AnyBooks.assignment(
                                            all.getFirst().assignmentId(), "submitted", null));
                            return new WorkerBooks(w.username(), all, w.earnings(), w.balance());
                        });

        assertThat(failing(books)).contains("every label has its verdict");
    }

    @Test
    void noticesThatALabelWasPaidTwice() {
        Books books =
                changed(
                        w -> {
                            List<Earning> more =
                                    AnyBooks.with(w.earnings(), w.earnings().getFirst());
                            return new WorkerBooks(
                                    w.username(),
                                    w.assignments(),
                                    more,
                                    w.balance().plus(new Money(150, "INR")));
                        });

        assertThat(failing(books))
                .containsExactlyInAnyOrder(
                        "one earning per accepted label",
                        "earnings = prices promised",
                        "budget spent = earnings");
    }

    @Test
    void noticesABalanceThatIsOff() {
        Books books =
                changed(
                        w ->
                                new WorkerBooks(
                                        w.username(),
                                        w.assignments(),
                                        w.earnings(),
                                        Money.zero("INR")));

        assertThat(failing(books)).containsExactly("each worker's balance = own earnings");
    }

    @Test
    void noticesAWorkerWhoSawATaskTwice() {
        Books books =
                changed(
                        w ->
                                new WorkerBooks(
                                        w.username(),
                                        AnyBooks.with(w.assignments(), w.assignments().getFirst()),
                                        w.earnings(),
                                        w.balance()));

        assertThat(failing(books)).contains("no worker saw a task twice");
    }

    @Test
    void noticesMoreLabelsThanTheRuleAllows() {
        Books books = inOrder;
        Books stricter =
                new Books(
                        books.planned(),
                        books.imported(),
                        books.exported(),
                        books.streamed(),
                        books.workers(),
                        books.acknowledged(),
                        1,
                        books.ledger(),
                        books.deadLetters());

        assertThat(failing(stricter)).containsExactly("no task got more labels than its rule");
    }

    @Test
    void noticesAJournalOutOfBalanceAndDeadLetters() {
        Books books = inOrder;
        Books off =
                new Books(
                        books.planned(),
                        books.imported(),
                        books.exported(),
                        books.streamed(),
                        books.workers(),
                        Set.of("task.nobody"),
                        books.maxLabels(),
                        new Ledger(
                                1, 2, new Money(5, "INR"), new Money(1_500, "INR"), false, "off"),
                        Map.of("task-service", 3));

        assertThat(failing(off))
                .containsExactlyInAnyOrder(
                        "no acknowledged answer is lost",
                        "budget reserved",
                        "the journal balances",
                        "audit: balances = journal",
                        "dead letters");
    }

    @Test
    void marksEachLineOfTheTable() {
        String table =
                Table.of(
                        "Title",
                        List.of(new Check("short", true, "1"), new Check("longer", false, "2")));

        assertThat(table).contains("✔ short   1", "✘ longer  2").startsWith("Title\n");
    }

    private static List<String> failing(Books books) {
        return Reconciliation.of(books).stream()
                .filter(check -> !check.holds())
                .map(Check::what)
                .toList();
    }

    private Books changed(UnaryOperator<WorkerBooks> change) {
        List<WorkerBooks> workers = new ArrayList<>(inOrder.workers());
        workers.set(0, change.apply(workers.getFirst()));
        return with(inOrder.exported(), inOrder.streamed(), workers);
    }

    private Books with(
            List<io.assay.cli.client.Projects.Exported> exported,
            List<io.assay.cli.client.ResultStream.Line> streamed,
            List<WorkerBooks> workers) {
        return new Books(
                inOrder.planned(),
                inOrder.imported(),
                exported,
                streamed,
                workers,
                inOrder.acknowledged(),
                inOrder.maxLabels(),
                inOrder.ledger(),
                inOrder.deadLetters());
    }
}
