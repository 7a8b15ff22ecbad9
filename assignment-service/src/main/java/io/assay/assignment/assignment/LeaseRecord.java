package io.assay.assignment.assignment;

import java.time.Instant;
import java.util.List;

/** What a request with an idempotency key chose, written before the leases themselves. */
record LeaseRecord(LeaseRequest request, List<String> assignmentIds, Instant at) {}
