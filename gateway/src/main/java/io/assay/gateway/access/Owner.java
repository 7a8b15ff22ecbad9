package io.assay.gateway.access;

/** Which process answers a path. */
public enum Owner {
    GATEWAY("gateway"),
    TASK("task-service"),
    ASSIGNMENT("assignment-service"),
    REVIEW("review-service"),
    PAYMENT("payment-service");

    private final String serviceName;

    Owner(String serviceName) {
        this.serviceName = serviceName;
    }

    public String serviceName() {
        return serviceName;
    }
}
