package io.assay.review.freeze;

import java.time.Instant;

/** A verdict, as far as the rate of rejections goes. */
public record Judged(String workerId, boolean rejected, Instant at) {}
