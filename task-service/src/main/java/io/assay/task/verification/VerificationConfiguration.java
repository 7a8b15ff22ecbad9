package io.assay.task.verification;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(VerifyResults.class)
class VerificationConfiguration {}
