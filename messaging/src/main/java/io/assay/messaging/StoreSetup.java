package io.assay.messaging;

/**
 * What a feature needs of the store before it can serve, such as its indexes. Each bean of this
 * type runs once at start, when the store answers, and again from the beginning if the store goes
 * away meanwhile: doing it twice must be the same as doing it once.
 */
@FunctionalInterface
public interface StoreSetup {

    void prepare();
}
