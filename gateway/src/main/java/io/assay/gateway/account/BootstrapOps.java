package io.assay.gateway.account;

import io.assay.gateway.GatewayProperties;
import io.assay.gateway.access.Role;
import io.assay.messaging.StoreSetup;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the first account of operations, so that someone can open the others. */
@Component
class BootstrapOps implements StoreSetup {

    private static final Logger log = LoggerFactory.getLogger(BootstrapOps.class);
    private static final String USERNAME = "ops";

    private final GatewayProperties properties;
    private final MongoAccounts accounts;
    private final OpenAccount openAccount;

    BootstrapOps(GatewayProperties properties, MongoAccounts accounts, OpenAccount openAccount) {
        this.properties = properties;
        this.accounts = accounts;
        this.openAccount = openAccount;
    }

    @Override
    public void prepare() {
        accounts.ensureIndex();
        String password = properties.bootstrapOpsPassword();
        if (!StringUtils.hasText(password) || !properties.embeddedIssuer()) {
            return;
        }
        if (accounts.findByUsername(USERNAME).isEmpty()) {
            openAccount.open(USERNAME, password, Set.of(Role.OPS));
            log.info("the account '{}' was made", USERNAME);
        }
    }
}
