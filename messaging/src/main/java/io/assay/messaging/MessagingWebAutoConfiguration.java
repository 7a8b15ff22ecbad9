package io.assay.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a service answers about its events. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import(MessagingProblems.class)
class MessagingWebAutoConfiguration {

    @Bean
    DeadLetterController deadLetterController(DeadLetters deadLetters) {
        return new DeadLetterController(deadLetters);
    }
}
