package io.assay.payment.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an account is for. */
public enum AccountKind {
    /** what a requester has put into a project: the counterpart of its limit, so negative */
    @JsonProperty("funding")
    FUNDING,
    /** a project's limit less all that it ever promised; with what was released, what is left */
    @JsonProperty("budget")
    BUDGET,
    /** promised for labels that are leased and not yet judged */
    @JsonProperty("reserved")
    RESERVED,
    /**
     * promised once and given back unpaid, so it may be promised again; what is paid to labels that
     * were rejected first comes from here
     */
    @JsonProperty("released")
    RELEASED,
    /** earned by a worker on one day's terms: may be paid out from that day on */
    @JsonProperty("held")
    HELD
}
