package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an earning is for; part of its identity. */
public enum EarningReason {
    @JsonProperty("label_accepted")
    LABEL_ACCEPTED
}
