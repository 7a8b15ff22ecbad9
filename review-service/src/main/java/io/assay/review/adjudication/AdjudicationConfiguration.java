package io.assay.review.adjudication;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the reviewers' queue. */
@Configuration(proxyBeanMethods = false)
@Import({Conflicts.class, Cases.class, DecideTask.class})
class AdjudicationConfiguration {}
