package io.assay.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a stack consists of, in the order in which it is listed. */
public enum Component {
    KAFKA("kafka", 9092),
    DOCUMENTS("document-server", 27017),
    TASK("task-service", 8081),
    ASSIGNMENT("assignment-service", 8082),
    REVIEW("review-service", 8083),
    PAYMENT("payment-service", 8084),
    GATEWAY("gateway", 8080);

    private final String processName;
    private final int port;

    Component(String processName, int port) {
        this.processName = processName;
        this.port = port;
    }

    /** The name that users, logs and directories use, such as {@code task-service}. */
    public String processName() {
        return processName;
    }

    /** The name of an instance, counted from 1: {@code task-service}, {@code task-service-2}, … */
    public String instance(int number) {
        return number == 1 ? processName : processName + "-" + number;
    }

    int standardPort() {
        return port;
    }

    boolean isEngine() {
        return this == KAFKA || this == DOCUMENTS;
    }

    /** The environment variable that moves it to another port, such as {@code ASSAY_PORT_KAFKA}. */
    String portVariable() {
        return "ASSAY_PORT_" + processName.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static List<Component> services() {
        return Arrays.stream(values()).filter(component -> !component.isEngine()).toList();
    }
}
