package io.assay.review.task;

import io.assay.events.Answer;

/**
 * What is known to be right for a gold task.
 *
 * @param training true if a worker may be told afterwards
 * @param retired true if it is no longer trusted: labels are then accepted unscored
 */
record GoldAnswer(Answer answer, boolean training, boolean retired) {}
