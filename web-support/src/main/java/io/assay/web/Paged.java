package io.assay.web;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a list. Its cursor goes out signed: {@link SignedPages}.
 *
 * @param <P> itself
 */
public interface Paged<P> {

    /** Cursor of the next piece; null at the end. */
    @Nullable String next();

    P withNext(String cursor);
}
