/**
 * What several answers to one picture amount to: how far two answers agree, and what weighted
 * workers together hold for true, with a confidence. Pure functions of answers; no state, no
 * framework.
 */
@NullMarked
package io.assay.truth.consensus;

import org.jspecify.annotations.NullMarked;
