package io.assay.cli.reconcile;

import io.assay.cli.client.Projects.Exported;
import io.assay.cli.client.Projects.Job;
import io.assay.cli.client.ResultStream;
import io.assay.cli.client.Work.Assignment;
import io.assay.cli.client.Work.Earning;
import io.assay.events.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the users of one project received, from every side.
 *
 * @param acknowledged assignments whose answer got a 2xx
 * @param maxLabels that a task may get
 * @param deadLetters by service
 */
public record Books(
        List<Planned> planned,
        Job imported,
        List<Exported> exported,
        List<ResultStream.Line> streamed,
        List<WorkerBooks> workers,
        Set<String> acknowledged,
        int maxLabels,
        Ledger ledger,
        Map<String, Integer> deadLetters) {

    /**
     * A picture as it was to be imported.
     *
     * @param truth empty if nobody knows
     */
    public record Planned(String taskId, String externalId, boolean gold, String truth) {}

    /** What was to be imported, and what the import said. */
    public record Imported(List<Planned> planned, Job job) {}

    /** What one worker received. */
    public record WorkerBooks(
            String username, List<Assignment> assignments, List<Earning> earnings, Money balance) {

        Money earned() {
            return sum(earnings.stream().map(Earning::amount), balance.currency());
        }
    }

    /**
     * What finance received.
     *
     * @param debits of all accounts in the project's currency, in minor units
     * @param credits likewise
     * @param auditClean whether the audit found balances equal to the journal
     * @param audit its answer
     */
    public record Ledger(
            long debits,
            long credits,
            Money reserved,
            Money spent,
            boolean auditClean,
            String audit) {}

    static Money sum(Stream<Money> amounts, String currency) {
        return amounts.reduce(Money.zero(currency), Money::plus);
    }

    String currency() {
        return ledger.spent().currency();
    }

    /** Answers of all workers: labels and flags, judged or not. */
    List<Assignment> answers() {
        return workers.stream()
                .flatMap(worker -> worker.assignments().stream())
                .filter(States::isAnswered)
                .toList();
    }

    List<Earning> earnings() {
        return workers.stream().flatMap(worker -> worker.earnings().stream()).toList();
    }

    /** Of the gold pictures, or of those that are work. */
    public Set<String> taskIds(boolean gold) {
        return planned.stream()
                .filter(picture -> picture.gold() == gold)
                .map(Planned::taskId)
                .collect(Collectors.toSet());
    }
}
