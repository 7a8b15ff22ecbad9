package io.assay.review;

import io.assay.messaging.Engines;
import io.assay.web.TestTokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The service on a real broker and an imitation of the document store, with nothing to wait for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "assay.review.gold.longest-hold=500ms",
            "assay.review.appeals.settle-interval=200ms",
            "assay.pictures.signing-secret=a secret that only tests know",
            "logging.structured.format.console="
        })
@ContextConfiguration(initializers = Engines.Initializer.class)
@Import(TestTokens.Config.class)
public @interface WithEngines {}
