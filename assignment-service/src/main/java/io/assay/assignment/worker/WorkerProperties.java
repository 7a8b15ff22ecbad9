package io.assay.assignment.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.workers.*}
 *
 * @param autoActivate whether whoever applies is active at once
 */
@ConfigurationProperties("assay.workers")
record WorkerProperties(@DefaultValue("false") boolean autoActivate) {}
