package io.assay.messaging;

import org.junit.jupiter.api.Tag;
import org.springframework.test.context.ContextConfiguration;

/** {@link DeliveryIT} against MongoDB and Kafka themselves. */
@Tag("docker")
@ContextConfiguration(initializers = Engines.Containers.class, inheritInitializers = false)
class DeliveryOnContainersIT extends DeliveryIT {}
