package io.assay.load.chaos;

import io.assay.cli.client.Accounts;
import java.util.List;

/** A stack that may be harmed. */
public interface TargetStack extends Killer.Processes {

    /** A client of its gateway, whose timeout outlasts a restart. */
    Accounts accounts();

    /** Of the account {@code ops}. */
    String opsPassword();

    String kafkaBootstrap();

    /** All processes that can be killed without losing what they have acknowledged. */
    List<String> victims();

    /**
     * The broker is away, then the store stands still, for 30 s each; returns when both are back.
     */
    void outages();
}
