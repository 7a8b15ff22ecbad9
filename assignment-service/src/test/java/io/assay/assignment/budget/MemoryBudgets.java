package io.assay.assignment.budget;

import io.assay.events.Money;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What {@link Budgets} promises, in the plainest way. */
final class MemoryBudgets implements Budgets {

    private static final class Account {
        long limit;
        long limitSequence;
        long released;
        long releasedSequence;
        long free;
        final Map<String, Hold> holds = new TreeMap<>();
    }

    private final Map<String, Account> accounts = new HashMap<>();

    @Override
    public OptionalLong take(Hold hold) {
        Account account = account(hold.projectId());
        if (account.free < hold.amount()) {
            return OptionalLong.empty();
        }
        account.free -= hold.amount();
        account.holds.put(hold.id(), hold);
        return OptionalLong.of(account.free);
    }

    @Override
    public void end(Hold hold, long giveBack) {
        Account account = account(hold.projectId());
        if (account.holds.remove(hold.id()) != null) {
            account.free += giveBack;
        }
    }

    @Override
    public List<Hold> heldBefore(Instant instant, int max) {
        return accounts.values().stream()
                .flatMap(account -> account.holds.values().stream())
                .filter(hold -> hold.at().isBefore(instant))
                .limit(max)
                .toList();
    }

    @Override
    public OptionalLong free(String projectId) {
        return OptionalLong.of(account(projectId).free);
    }

    @Override
    public Map<String, Long> allFree() {
        Map<String, Long> free = new HashMap<>();
        accounts.forEach((id, account) -> free.put(id, account.free));
        return free;
    }

    @Override
    public void setLimit(String projectId, Money limit, long sequence) {
        Account account = account(projectId);
        if (account.limitSequence < sequence) {
            account.free += limit.minor() - account.limit;
            account.limit = limit.minor();
            account.limitSequence = sequence;
        }
    }

    @Override
    public void setReleased(String projectId, Money released, long sequence) {
        Account account = account(projectId);
        if (account.releasedSequence < sequence) {
            account.free += released.minor() - account.released;
            account.released = released.minor();
            account.releasedSequence = sequence;
        }
    }

    private Account account(String projectId) {
        return accounts.computeIfAbsent(projectId, _ -> new Account());
    }
}
