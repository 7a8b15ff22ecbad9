package io.assay.payment.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an account is for. */
public enum AccountKind {
    /** what a requester has put into a project: the counterpart of its limit, so negative */
    @JsonProperty("funding")
    FUNDING,
    /** what a project may still promise; negative if it was overdrawn by leases in flight */
    @JsonProperty("budget")
    BUDGET,
    /** promised for labels that are leased and not yet judged */
    @JsonProperty("reserved")
    RESERVED,
    /** earned by a worker on one day's terms: may be paid out from that day on */
    @JsonProperty("held")
    HELD
}
