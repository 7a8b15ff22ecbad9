package io.assay.payment.ledger;

import io.assay.events.EarningReason;
import io.assay.events.Ids;
import io.assay.events.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The movements that there are. They commute: a verdict may be booked before its lease, and then
 * what is reserved is negative for a moment.
 */
public final class Entries {

    private Entries() {}

    /** A lease was given: its price moves from what may be promised to what is promised. */
    public static Entry reserve(LabelRef label, Money price) {
        return plain(
                "reserve." + label.assignmentId(),
                EntryKind.RESERVE,
                label.projectId(),
                AccountId.budget(label.projectId()),
                AccountId.reserved(label.projectId()),
                notNegative(price));
    }

    /** A lease came back unanswered, or its label was rejected: one release for either. */
    public static Entry release(LabelRef label, Money price) {
        return plain(
                "release." + label.assignmentId(),
                EntryKind.RELEASE,
                label.projectId(),
                AccountId.reserved(label.projectId()),
                AccountId.released(label.projectId()),
                notNegative(price));
    }

    /**
     * A label was accepted: what was promised is the worker's.
     *
     * @param holdDays whole UTC days from the verdict's day until it may be paid out
     */
    public static Entry earning(LabelRef label, Money price, Instant reviewedAt, int holdDays) {
        AccountId promised = AccountId.reserved(label.projectId());
        return earning(promised, label, price, reviewedAt, holdDays);
    }

    /**
     * A rejected label was accepted after all. The rejection released, or will release, what was
     * promised, so this is paid from what was released. The id is that of the ordinary earning:
     * whichever comes first, there is one.
     */
    public static Entry correctedEarning(
            LabelRef label, Money price, Instant reviewedAt, int holdDays) {
        AccountId released = AccountId.released(label.projectId());
        return earning(released, label, price, reviewedAt, holdDays);
    }

    private static Entry earning(
            AccountId from, LabelRef label, Money price, Instant reviewedAt, int holdDays) {
        LocalDate availableFrom =
                LocalDate.ofInstant(reviewedAt, ZoneOffset.UTC).plusDays(holdDays);
        return new Entry(
                Ids.earningId(label.assignmentId(), EarningReason.LABEL_ACCEPTED),
                EntryKind.EARNING,
                label.projectId(),
                transfer(from, AccountId.held(label.workerId(), availableFrom), notNegative(price)),
                new Earning(
                        label.workerId(),
                        label.taskId(),
                        label.assignmentId(),
                        EarningReason.LABEL_ACCEPTED,
                        availableFrom.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /**
     * The n-th limit of a project. A change of currency gives the old limit back whole.
     *
     * @param before the limit that held until then, or null for the first
     */
    public static List<Entry> funding(
            String projectId, int n, @Nullable Money before, Money limit) {
        String id = "fund." + projectId + "." + n;
        if (before == null) {
            return List.of(fund(id, projectId, limit));
        }
        if (before.currency().equals(limit.currency())) {
            return List.of(fund(id, projectId, limit.plus(before.negated())));
        }
        return List.of(fund(id + ".back", projectId, before.negated()), fund(id, projectId, limit));
    }

    private static Entry fund(String id, String projectId, Money delta) {
        return plain(
                id,
                EntryKind.FUNDING,
                projectId,
                AccountId.funding(projectId),
                AccountId.budget(projectId),
                delta);
    }

    private static Entry plain(
            String id,
            EntryKind kind,
            String projectId,
            AccountId from,
            AccountId to,
            Money amount) {
        return new Entry(id, kind, projectId, transfer(from, to, amount), null);
    }

    private static List<Posting> transfer(AccountId from, AccountId to, Money amount) {
        return List.of(new Posting(from, amount.negated()), new Posting(to, amount));
    }

    private static Money notNegative(Money price) {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("price: " + price.minor() + " (expected: >= 0)");
        }
        return price;
    }
}
