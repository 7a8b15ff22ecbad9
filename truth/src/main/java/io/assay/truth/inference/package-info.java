/**
 * What is true, and how good each worker is, inferred from labels alone or with some gold: the
 * published methods, Assay's own, its incremental form, calibration and when to stop asking. Pure
 * functions of numbers: items, workers and classes are indices from 0. docs/quality.md holds the
 * formulas, their sources and what was measured.
 */
@NullMarked
package io.assay.truth.inference;

import org.jspecify.annotations.NullMarked;
