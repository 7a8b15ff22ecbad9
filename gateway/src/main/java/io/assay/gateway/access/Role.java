package io.assay.gateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a principal may be; on the wire and in tokens in lower case. */
public enum Role {
    WORKER,
    REVIEWER,
    REQUESTER,
    PARTNER,
    OPS,
    FINANCE;

    /** As in a token's {@code roles}. */
    @JsonValue
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Spring Security names it. */
    public String authority() {
        return "ROLE_" + name();
    }
}
