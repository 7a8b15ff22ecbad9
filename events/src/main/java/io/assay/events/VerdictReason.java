package io.assay.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a label was accepted or rejected. */
public enum VerdictReason {
    /** the same as the accepted answer, within its tolerance */
    @JsonProperty("agrees")
    AGREES,
    /** not the accepted answer */
    @JsonProperty("differs")
    DIFFERS,
    /** the picture could indeed not be labelled */
    @JsonProperty("flag_upheld")
    FLAG_UPHELD,
    /** the picture could be labelled */
    @JsonProperty("flag_overruled")
    FLAG_OVERRULED,
    /** a reviewer found that nothing could be answered: honest work, so paid */
    @JsonProperty("unlabelable")
    UNLABELABLE
}
