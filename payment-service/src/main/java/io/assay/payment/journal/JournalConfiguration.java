package io.assay.payment.journal;

import io.assay.payment.ledger.Bookkeeper;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({Bookkeeper.class, LedgerMetrics.class})
class JournalConfiguration {}
