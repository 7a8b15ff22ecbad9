package io.assay.payment.ledger;

import static io.assay.payment.ledger.LedgerFixtures.NOON;
import static io.assay.payment.ledger.LedgerFixtures.label;
import static io.assay.payment.ledger.LedgerFixtures.rupees;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Random logs with duplicates, read in random batches by a process that crashes between any two
 * writes and is given again, in other batches, what it had not committed, and some of what it had.
 */
class ExactlyOnceTests {

    private static final int PARTITIONS = 3;

    /** Which event stands next in which partition. */
    record Logged(int partition, int event) {}

    /**
     * One poll.
     *
     * @param most records of each partition
     * @param crashAfter so many writes; more than there are is no crash
     * @param rewind how many committed records are given again
     */
    record Poll(List<Integer> most, int crashAfter, int rewind) {}

    @Property(tries = 1_000)
    void balancesAreWhatTheJournalSays(
            @ForAll("logs") List<Logged> log,
            @ForAll("polls") List<Poll> polls,
            @ForAll long seed) {
        Run run = new Run(log, seed);

        for (Poll poll : polls) {
            run.poll(poll);
            run.assertBalancesAreExact();
        }
        run.drain();

        run.assertBalancesAreExact();
        run.assertEverythingIsInside();
        run.assertJournalHoldsEachEventOnce(log);
        run.assertNothingIsCreatedOrDestroyed();
    }

    @Provide
    Arbitrary<List<Logged>> logs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, PARTITIONS - 1),
                        Arbitraries.integers().between(0, 20))
                .as(Logged::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Poll>> polls() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8).list().ofSize(PARTITIONS),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 4))
                .as(Poll::new)
                .list()
                .ofMaxSize(15);
    }

    private static Entry entry(int event) {
        LabelRef label = label("t" + event / 3, "w" + event % 2);
        long price = 100 + event / 3;
        return switch (event % 3) {
            case 0 -> Entries.reserve(label, rupees(price));
            case 1 -> Entries.release(label, rupees(price));
            default -> Entries.earning(label, rupees(price), NOON, event % 2);
        };
    }

    /** A log, its consumer, and what it wrote. */
    private static final class Run {
        private final Map<Integer, List<JournalEntry>> log = new HashMap<>();
        private final Map<Integer, Integer> committed = new HashMap<>();
        private final Crashes crashes;
        private final MemoryJournal journal;
        private final MemoryBalances balances;

        Run(List<Logged> logged, long seed) {
            for (Logged l : logged) {
                List<JournalEntry> partition = partition(l.partition());
                partition.add(
                        new JournalEntry(
                                entry(l.event()),
                                new Source("assay.any-" + l.partition(), partition.size()),
                                NOON));
            }
            crashes = new Crashes(seed);
            journal = new MemoryJournal(crashes);
            balances = new MemoryBalances(crashes);
        }

        void poll(Poll poll) {
            Map<Integer, Integer> next = new HashMap<>();
            List<JournalEntry> batch = new ArrayList<>();
            for (int p = 0; p < PARTITIONS; p++) {
                int from = Math.max(0, committed.getOrDefault(p, 0) - poll.rewind());
                int to = Math.min(partition(p).size(), from + poll.most().get(p));
                batch.addAll(partition(p).subList(from, to));
                next.put(p, Math.max(to, committed.getOrDefault(p, 0)));
            }
            crashes.after(poll.crashAfter());
            try {
                book(batch);
                committed.putAll(next);
            } catch (Crashes.Crash _) {
                // Nothing is committed, so the next poll reads it again.
            } finally {
                crashes.never();
            }
        }

        void drain() {
            for (int p = 0; p < PARTITIONS; p++) {
                book(partition(p).subList(committed.getOrDefault(p, 0), partition(p).size()));
            }
        }

        void assertBalancesAreExact() {
            balances.all()
                    .forEach(
                            (key, balance) ->
                                    assertThat(balance.minor())
                                            .as(key.id())
                                            .isEqualTo(sum(key, balance.lastOffset())));
        }

        void assertEverythingIsInside() {
            Recount recount = new Recount(balances.all(), NOON.plusSeconds(1));
            journal.all().forEach(recount::count);
            assertThat(recount.differences()).isEmpty();
        }

        void assertJournalHoldsEachEventOnce(List<Logged> logged) {
            Set<String> expected =
                    logged.stream().map(l -> entry(l.event()).id()).collect(Collectors.toSet());
            List<String> ids = journal.all().stream().map(JournalEntry::id).toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(new HashSet<>(ids)).isEqualTo(expected);
        }

        void assertNothingIsCreatedOrDestroyed() {
            assertThat(balances.all().values().stream().mapToLong(PartialBalance::minor).sum())
                    .isZero();
        }

        private void book(List<JournalEntry> batch) {
            // A new one each time: nothing may depend on what a process remembers.
            Bookkeeper bookkeeper = new Bookkeeper(journal, balances);
            bookkeeper.project(bookkeeper.record(List.copyOf(batch)));
        }

        private long sum(BalanceKey key, long lastOffset) {
            return journal.all().stream()
                    .filter(e -> e.keys().contains(key) && e.source().offset() <= lastOffset)
                    .mapToLong(e -> e.movement(key.account()))
                    .sum();
        }

        private List<JournalEntry> partition(int p) {
            return log.computeIfAbsent(p, _ -> new ArrayList<>());
        }
    }
}
