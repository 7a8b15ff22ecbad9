package io.assay.payment.ledger;

import io.assay.events.Ids;
import io.assay.events.Money;
import io.assay.messaging.TestClock;
import java.time.Instant;

/** Labels, prices and times that tests need and do not care about. */
public final class LedgerFixtures {

    public static final Instant NOON = TestClock.NOON;

    private LedgerFixtures() {}

    public static LabelRef label(String taskId, String workerId) {
        return new LabelRef(Ids.assignmentId(taskId, workerId), taskId, "p1", workerId);
    }

    public static LabelRef anyLabel() {
        return label("t1", "w1");
    }

    public static Money rupees(long paise) {
        return new Money(paise, "INR");
    }

    public static JournalEntry recorded(Entry entry, String partition, long offset) {
        return new JournalEntry(entry, new Source(partition, offset), NOON);
    }
}
