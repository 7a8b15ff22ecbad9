package io.assay.assignment.dispatch;

import java.util.HashMap;
import java.util.Map;

/** A worker, by the number that stands for it in memory, and what it holds. */
final class LeaseHolder {

    final String workerId;
    final int number;
    final long hash;
    final Map<TaskId, LiveLease> leases = new HashMap<>();

    LeaseHolder(String workerId, int number) {
        this.workerId = workerId;
        this.number = number;
        this.hash = NameSet.hash(workerId);
    }

    int held() {
        return leases.size();
    }

    /** One holds some hundred at most, so they are counted. */
    int held(String projectId) {
        int held = 0;
        for (LiveLease lease : leases.values()) {
            held += lease.projectId.equals(projectId) ? 1 : 0;
        }
        return held;
    }
}
