package io.assay.events;

import org.jspecify.annotations.Nullable;

/**
 * One immutable version of what workers are asked to do.
 *
 * @param version 1 for the first, then counted up
 * @param sha256 of the Markdown in UTF-8, lower-case hex
 * @param materialSince the version that last changed what is asked; those after it changed the
 *     wording only. Absent: this one
 */
public record Guideline(
        int version, String sha256, String markdown, @Nullable Integer materialSince) {

    /** A version that changed what is asked. */
    public Guideline(int version, String sha256, String markdown) {
        this(version, sha256, markdown, null);
    }

    /** The oldest version that asks for the same: whoever knows it, or a later one, may work. */
    public int required() {
        return materialSince == null ? version : materialSince;
    }
}
