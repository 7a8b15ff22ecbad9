package io.assay.gateway.web;

/** What must stand in the document store before the gateway is ready. */
public interface OnceStored {

    /** Called after start, and again until it succeeds; must stand being repeated. */
    void prepare();
}
