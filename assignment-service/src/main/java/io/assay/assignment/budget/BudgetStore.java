package io.assay.assignment.budget;

import io.assay.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One account per project: {@code free} = limit + released − all that was ever set apart. Each
 * change is one conditional update of one document, so it is whole, and repeated it changes
 * nothing.
 */
public interface BudgetStore {

    /**
     * Sets the hold's amount apart if it is free.
     *
     * @return what is free after that, in minor units; empty if it was not enough
     */
    OptionalLong take(Hold hold);

    /** Ends a hold and gives so much of it back; nothing happens if it was ended before. */
    void end(Hold hold, long giveBack);

    /** Holds that were made before then and not ended: whoever made them has died, or is late. */
    List<Hold> heldBefore(Instant instant, int most);

    /** Minor units; negative if more was promised than there is now; empty if it is not known. */
    OptionalLong free(String projectId);

    /** The same of all projects. */
    Map<String, Long> allFree();

    /** Sets the most that may be spent and reserved; what is older is passed over. */
    void setLimit(String projectId, Money limit, long sequence);

    /** Sets what was given back unpaid in all; what is older is passed over. */
    void setReleased(String projectId, Money released, long sequence);
}
