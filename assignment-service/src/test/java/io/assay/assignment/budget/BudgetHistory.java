package io.assay.assignment.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.events.Money;
import io.assay.messaging.TestClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A random history of several instances that lease on one budget, die at any moment, are stopped
 * and go on, and of payment, which hears of it late and twice. At every moment no more is promised
 * than the limit; in the end, what is free is the limit less what is promised and spent.
 */
final class BudgetHistory {

    private static final int INSTANCES = 3;
    private static final String PROJECT = "p";

    private enum Status {
        LEASED,
        ANSWERED,
        ACCEPTED,
        RETURNED,
        REJECTED,
        CORRECTED,
        /** Put in the place of a lease that was never written. */
        NEVER
    }

    private static final class Assignment {
        final long price;
        final Instant at;
        Status status;

        Assignment(long price, Instant at, Status status) {
            this.price = price;
            this.at = at;
            this.status = status;
        }
    }

    /** What an instance is about. */
    private record Operation(Hold hold, @Nullable Set<String> written) {}

    private record Told(String id, Status status, long price) {}

    private final Random random;
    private final Budgets budgets;
    private final @Nullable Operation[] instances = new Operation[INSTANCES];
    private final Map<String, Assignment> assignments = new TreeMap<>();

    private final List<Told> log = new ArrayList<>();
    private int heard;
    private final Set<Told> booked = new HashSet<>();
    private final List<Long> releases = new ArrayList<>();

    private Instant now = TestClock.NOON;
    private long limit;
    private long limitSequence;
    private int holds;

    BudgetHistory(long seed, Budgets budgets) {
        this.random = new Random(seed);
        this.budgets = budgets;
        changeLimit(500);
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            now = now.plusMillis(1 + random.nextInt(3_000));
            step();
            assertThat(promised()).as("promised after %d steps", i).isLessThanOrEqualTo(mostEver());
        }
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> work(random.nextInt(INSTANCES));
            case 8, 9, 10 -> move();
            case 11 -> instances[random.nextInt(INSTANCES)] = null; // killed
            case 12 -> now = now.plusSeconds(random.nextInt(100)); // all were stopped
            case 13 -> budgets.settleAbandoned(now, hold -> Optional.of(seal(hold)));
            case 14, 15, 16 -> hear();
            case 17 -> tell();
            case 18 -> budgets.setLimit(PROJECT, money(7), random.nextLong(limitSequence)); // old
            default -> changeLimit(limit + random.nextInt(60));
        }
    }

    private void work(int instance) {
        Operation operation = instances[instance];
        if (operation == null) {
            begin(instance);
        } else if (operation.written() == null) {
            instances[instance] = new Operation(operation.hold(), insert(operation.hold()));
        } else {
            budgets.settle(operation.hold(), operation.written());
            instances[instance] = null;
        }
    }

    private void begin(int instance) {
        List<Hold.Part> parts = new ArrayList<>();
        int tasks = 1 + random.nextInt(4);
        for (int i = 0; i < tasks; i++) {
            String task = "t" + random.nextInt(400);
            String worker = "w" + random.nextInt(3);
            parts.add(new Hold.Part(task + "." + worker, task, worker, random.nextInt(30)));
        }
        List<Hold.Part> distinct =
                parts.stream()
                        .collect(
                                Collectors.toMap(
                                        Hold.Part::assignmentId, p -> p, (a, _) -> a, TreeMap::new))
                        .values()
                        .stream()
                        .toList();
        Hold hold = new Hold("h" + holds++, PROJECT, now, distinct);
        if (budgets.take(hold).isPresent()) {
            instances[instance] = new Operation(hold, null);
        }
    }

    private Set<String> insert(Hold hold) {
        Set<String> written = new HashSet<>();
        for (Hold.Part part : hold.parts()) {
            Assignment lease = new Assignment(part.price(), hold.at(), Status.LEASED);
            if (assignments.putIfAbsent(part.assignmentId(), lease) == null) {
                written.add(part.assignmentId());
                log.add(new Told(part.assignmentId(), Status.LEASED, part.price()));
            }
        }
        return written;
    }

    private Set<String> seal(Hold hold) {
        Set<String> leased = new HashSet<>();
        for (Hold.Part part : hold.parts()) {
            Assignment found =
                    assignments.computeIfAbsent(
                            part.assignmentId(), _ -> new Assignment(0, hold.at(), Status.NEVER));
            if (found.status != Status.NEVER && found.at.equals(hold.at())) {
                leased.add(part.assignmentId());
            }
        }
        return leased;
    }

    /** Some assignment becomes what it may become next. */
    private void move() {
        if (assignments.isEmpty()) {
            return;
        }
        String id = List.copyOf(assignments.keySet()).get(random.nextInt(assignments.size()));
        Assignment assignment = assignments.get(id);
        Status next =
                switch (assignment.status) {
                    case LEASED -> random.nextBoolean() ? Status.ANSWERED : Status.RETURNED;
                    case ANSWERED -> random.nextBoolean() ? Status.ACCEPTED : Status.REJECTED;
                    default -> assignment.status;
                };
        if (next != assignment.status) {
            assignment.status = next;
            log.add(new Told(id, next, assignment.price));
        }
    }

    /** Payment hears the next event, or one of before once more. */
    private void hear() {
        if (heard < log.size() && random.nextInt(4) > 0) {
            book(log.get(heard++));
        } else if (heard > 0) {
            book(log.get(random.nextInt(heard)));
        }
    }

    private void book(Told told) {
        boolean gaveBack = told.status() == Status.RETURNED || told.status() == Status.REJECTED;
        if (gaveBack && booked.add(told)) {
            long before = releases.isEmpty() ? 0 : releases.getLast();
            releases.add(before + told.price());
        }
    }

    /** The newest of what payment booked, or something older. */
    private void tell() {
        if (!releases.isEmpty()) {
            int which =
                    random.nextBoolean() ? releases.size() : 1 + random.nextInt(releases.size());
            budgets.setReleased(PROJECT, money(releases.get(which - 1)), which);
        }
    }

    private void changeLimit(long next) {
        limit = next;
        budgets.setLimit(PROJECT, money(next), ++limitSequence);
    }

    private long mostEver() {
        return limit;
    }

    /** By all that was written, and by what is about to be. */
    private long promised() {
        long written =
                assignments.values().stream()
                        .filter(a -> a.status != Status.RETURNED && a.status != Status.REJECTED)
                        .mapToLong(a -> a.price)
                        .sum();
        long coming =
                Arrays.stream(instances)
                        .filter(o -> o != null && o.written() == null)
                        .flatMap(o -> o.hold().parts().stream())
                        .filter(part -> !assignments.containsKey(part.assignmentId()))
                        .mapToLong(Hold.Part::price)
                        .sum();
        return written + coming;
    }

    /** Everything comes to rest. */
    void settle() {
        Arrays.fill(instances, null);
        now = now.plusSeconds(1_000);
        Map<String, Long> before = new HashMap<>();
        do {
            before.clear();
            before.putAll(budgets.allFree());
            budgets.settleAbandoned(now, hold -> Optional.of(seal(hold)));
        } while (!budgets.heldBefore(now, 1).isEmpty());
        while (heard < log.size()) {
            book(log.get(heard++));
        }
        if (!releases.isEmpty()) {
            budgets.setReleased(PROJECT, money(releases.getLast()), releases.size());
        }

        assertThat(budgets.free(PROJECT)).hasValue(limit - promised());
    }

    int leases() {
        return (int) log.stream().filter(told -> told.status() == Status.LEASED).count();
    }

    private static Money money(long minor) {
        return new Money(minor, "INR");
    }
}
