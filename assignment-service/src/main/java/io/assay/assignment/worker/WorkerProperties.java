package io.assay.assignment.worker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code assay.workers.*}
 *
 * @param autoActivate whether workers are active as soon as they apply
 */
@ConfigurationProperties("assay.workers")
record WorkerProperties(@DefaultValue("false") boolean autoActivate) {}
