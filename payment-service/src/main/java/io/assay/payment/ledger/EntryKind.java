package io.assay.payment.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry is of. */
public enum EntryKind {
    /** a project's limit was set or changed */
    @JsonProperty("funding")
    FUNDING,
    /** a lease was given: its price is promised */
    @JsonProperty("reserve")
    RESERVE,
    /** a lease was returned or its label rejected: the promise is taken back */
    @JsonProperty("release")
    RELEASE,
    /** a label was accepted: the promise is the worker's */
    @JsonProperty("earning")
    EARNING
}
