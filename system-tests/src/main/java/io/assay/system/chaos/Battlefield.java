package io.assay.system.chaos;

import io.assay.system.client.Accounts;

/** A stack that may be harmed. */
public interface Battlefield extends Killer.Processes {

    /** A client of its gateway, patient enough for a restart. */
    Accounts accounts();

    /** Of the account {@code ops}. */
    String opsPassword();

    String kafkaBootstrap();

    /**
     * The broker is away, then the store stands still, for 30 s each; returns when both are back.
     */
    void outages();
}
