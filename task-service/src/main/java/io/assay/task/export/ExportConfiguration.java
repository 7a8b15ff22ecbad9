package io.assay.task.export;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(Manifests.class)
class ExportConfiguration {}
