package io.assay.cli.people;

import io.assay.cli.client.Accounts;
import io.assay.cli.client.Projects;
import io.assay.cli.client.Session;
import java.util.List;

/**
 * Everybody but the workers, each logged in.
 *
 * @param run ends every username of this run, so that runs do not meet
 * @param partnerIds ids that a project names as its partners
 * @param logins of people, to be shown
 */
public record Staff(
        Accounts accounts,
        String run,
        Session ops,
        Session finance,
        Session requester,
        Session reviewer,
        Session partner,
        List<String> partnerIds,
        List<Login> logins) {

    private static final int PASSWORD_LENGTH = 14;

    /** A person's login. */
    public record Login(String role, String username, String password) {}

    /**
     * Opens the accounts.
     *
     * @param opsPassword of the first operations account, {@code ops}
     */
    public static Staff create(Accounts accounts, String opsPassword) {
        return new AccountOpening(accounts, accounts.logIn("ops", opsPassword)).create(opsPassword);
    }

    public Projects projects() {
        return new Projects(requester);
    }

    private record AccountOpening(Accounts accounts, Session ops) {

        Staff create(String opsPassword) {
            String run = Passwords.random(5);
            Login finance = open("finance", run);
            Login requester = open("requester", run);
            Login reviewer = open("reviewer", run);
            Login partner = new Login("partner", "partner-" + run, password());
            String partnerPerson =
                    Accounts.create(ops, partner.username(), partner.password(), "partner").id();
            Accounts.MachineClient machine =
                    Accounts.createClient(ops, "partner-feed-" + run, "partner");
            return new Staff(
                    accounts,
                    run,
                    ops,
                    logIn(finance),
                    logIn(requester),
                    logIn(reviewer),
                    accounts.logIn(machine),
                    List.of(machine.clientId(), partnerPerson),
                    List.of(
                            new Login("ops", "ops", opsPassword),
                            finance,
                            requester,
                            reviewer,
                            partner,
                            new Login(
                                    "partner's script (client_credentials)",
                                    machine.clientId(),
                                    machine.clientSecret())));
        }

        private Login open(String role, String run) {
            Login login = new Login(role, role + "-" + run, password());
            Accounts.create(ops, login.username(), login.password(), role);
            return login;
        }

        private Session logIn(Login login) {
            return accounts.logIn(login.username(), login.password());
        }

        private static String password() {
            return Passwords.random(PASSWORD_LENGTH);
        }
    }
}
