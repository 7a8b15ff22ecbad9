package io.assay.review.skill;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the workers' skills. */
@Configuration(proxyBeanMethods = false)
@Import({CountScores.class, SkillViews.class, ReviewSignals.class})
class SkillConfiguration {}
