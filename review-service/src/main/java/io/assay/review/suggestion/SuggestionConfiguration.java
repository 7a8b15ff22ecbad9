package io.assay.review.suggestion;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires suggestions. */
@Configuration(proxyBeanMethods = false)
@Import(Suggestions.class)
class SuggestionConfiguration {}
