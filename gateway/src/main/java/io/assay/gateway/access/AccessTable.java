package io.assay.gateway.access;

import static io.assay.gateway.access.Owner.ASSIGNMENT;
import static io.assay.gateway.access.Owner.GATEWAY;
import static io.assay.gateway.access.Owner.PAYMENT;
import static io.assay.gateway.access.Owner.REVIEW;
import static io.assay.gateway.access.Owner.TASK;
import static io.assay.gateway.access.Role.FINANCE;
import static io.assay.gateway.access.Role.OPS;
import static io.assay.gateway.access.Role.PARTNER;
import static io.assay.gateway.access.Role.REQUESTER;
import static io.assay.gateway.access.Role.REVIEWER;
import static io.assay.gateway.access.Role.WORKER;
import static io.assay.gateway.access.Rule.roles;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * The whole public API, path by path: the first rule that matches decides, what no rule names is
 * refused, and routes follow from the same rules, so nothing is routed that nobody ruled on.
 */
public final class AccessTable {

    private static final Rule.Who ANYONE = new Rule.Who.Anyone();
    private static final Rule.Who SIGNED_IN = new Rule.Who.SignedIn();

    private static final List<Rule> RULES =
            List.of(
                    post("/v1/accounts", GATEWAY, ANYONE),
                    any("/v1/admin/**", GATEWAY, roles(OPS)),
                    any("/v1/account/**", GATEWAY, SIGNED_IN),
                    get("/v1/me", GATEWAY, SIGNED_IN),
                    get("/v1/openapi", GATEWAY, ANYONE),
                    get("/v1/stream/results", GATEWAY, roles(PARTNER, REQUESTER)),
                    get("/v1/stream/work", GATEWAY, roles(WORKER)),
                    get("/v1/projects/**", TASK, roles(REQUESTER, PARTNER, REVIEWER, OPS, FINANCE)),
                    any("/v1/projects/**", TASK, roles(REQUESTER, OPS)),
                    get("/v1/pictures/*", TASK, ANYONE),
                    any("/v1/pictures/**", TASK, roles(REQUESTER, OPS)),
                    any("/v1/tasks/**", TASK, roles(REQUESTER, REVIEWER, OPS)),
                    any("/v1/ops/task-service/**", TASK, roles(OPS)),
                    any("/v1/workers/**", ASSIGNMENT, roles(WORKER, OPS)),
                    any("/v1/work/**", ASSIGNMENT, roles(WORKER)),
                    any("/v1/qualifications/**", ASSIGNMENT, roles(WORKER)),
                    any("/v1/leases/**", ASSIGNMENT, roles(WORKER)),
                    any("/v1/assignments/**", ASSIGNMENT, roles(WORKER)),
                    any("/v1/labels/**", ASSIGNMENT, roles(WORKER)),
                    any("/v1/ops/assignment-service/**", ASSIGNMENT, roles(OPS)),
                    any("/v1/reviews/**", REVIEW, roles(REVIEWER, OPS)),
                    get("/v1/reviewers/me", REVIEW, roles(REVIEWER)),
                    any("/v1/appeals/**", REVIEW, roles(REVIEWER)),
                    any("/v1/suggestions/**", REVIEW, roles(REVIEWER, REQUESTER)),
                    any("/v1/verdicts/**", REVIEW, roles(WORKER)),
                    any("/v1/skills/**", REVIEW, roles(WORKER, REVIEWER, OPS)),
                    any("/v1/ops/review-service/**", REVIEW, roles(OPS)),
                    any("/v1/balance/**", PAYMENT, roles(WORKER, FINANCE)),
                    any("/v1/earnings/**", PAYMENT, roles(WORKER, FINANCE)),
                    any("/v1/budgets/**", PAYMENT, roles(REQUESTER, FINANCE, OPS)),
                    any("/v1/ledger/**", PAYMENT, roles(FINANCE)),
                    any("/v1/ops/payment-service/**", PAYMENT, roles(OPS)));

    private AccessTable() {}

    /** In order of precedence. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The patterns that a service answers. */
    public static Stream<String> patternsOf(Owner owner) {
        return RULES.stream().filter(rule -> rule.owner() == owner).map(Rule::pattern).distinct();
    }

    private static Rule get(String pattern, Owner owner, Rule.Who who) {
        return new Rule(HttpMethod.GET, pattern, owner, who);
    }

    private static Rule post(String pattern, Owner owner, Rule.Who who) {
        return new Rule(HttpMethod.POST, pattern, owner, who);
    }

    private static Rule any(String pattern, Owner owner, Rule.Who who) {
        return new Rule(null, pattern, owner, who);
    }
}
