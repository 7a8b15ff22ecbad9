package io.assay.gateway.signing;

import io.assay.web.MongoSecret;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The secret, the same for every instance. */
@Component
class MongoSigningSecret extends MongoSecret implements SigningSecret {

    MongoSigningSecret(ObjectProvider<MongoTemplate> mongo) {
        super(mongo, "signing");
    }
}
