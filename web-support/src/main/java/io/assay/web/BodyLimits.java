package io.assay.web;

/** How large the body of a request may be. */
@FunctionalInterface
public interface BodyLimits {

    long bytesFor(String path);
}
