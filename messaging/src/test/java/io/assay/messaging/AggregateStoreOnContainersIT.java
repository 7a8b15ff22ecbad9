package io.assay.messaging;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextConfiguration;

/** {@link AggregateStoreIT} against MongoDB and Kafka themselves. */
@Tag("docker")
@ContextConfiguration(initializers = Engines.Containers.class, inheritInitializers = false)
class AggregateStoreOnContainersIT extends AggregateStoreIT {}
