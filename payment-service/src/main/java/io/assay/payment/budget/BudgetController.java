package io.assay.payment.budget;

import io.assay.events.Money;
import io.assay.messaging.Versioned;
import io.assay.web.Caller;
import io.assay.web.ETags;
import io.assay.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is left of a project's budget. */
@RestController
@Tag(name = "Budgets")
class BudgetController {

    private final Budgets budgets;

    BudgetController(Budgets budgets) {
        this.budgets = budgets;
    }

    @GetMapping("/v1/budgets/{projectId}")
    @PreAuthorize("hasAnyRole('REQUESTER', 'FINANCE')")
    @Operation(
            summary = "Tells what is left of a project's budget",
            description =
                    "To its requester and to finance; 404 for anyone else's project. A second or so"
                            + " behind the leases.")
    ResponseEntity<BudgetView> budget(Caller caller, @PathVariable String projectId) {
        Versioned<Budget> budget =
                budgets.find(projectId)
                        .filter(b -> maySee(caller, b.state()))
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                HttpStatus.NOT_FOUND,
                                                "not-found",
                                                "You have no such project."));
        return ResponseEntity.ok()
                .eTag(ETags.of(budget.version()))
                .body(BudgetView.of(budget.state()));
    }

    private static boolean maySee(Caller caller, Budget budget) {
        return caller.has("finance") || caller.id().equals(budget.requesterId());
    }

    /**
     * A budget.
     *
     * @param left what may still be promised; negative only if the limit was lowered under what was
     *     promised, or labels that were rejected first were paid after all
     * @param exhausted true if nothing is left: what is leased from now on costs nothing
     */
    record BudgetView(
            String projectId,
            Money limit,
            Money reserved,
            Money spent,
            Money left,
            boolean exhausted) {

        static BudgetView of(Budget b) {
            Money left = b.limit().plus(b.reserved().plus(b.spent()).negated());
            return new BudgetView(
                    b.projectId(), b.limit(), b.reserved(), b.spent(), left, b.exhausted());
        }
    }
}
