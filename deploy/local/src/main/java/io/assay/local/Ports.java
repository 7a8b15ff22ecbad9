package io.assay.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who listens where, by process name; all on the loopback address. */
record Ports(Map<String, Integer> byName) {

    /** Where the gateway's actuator listens, apart from what it serves. */
    static final String GATEWAY_MANAGEMENT = "gateway-management";

    private static final int STANDARD_GATEWAY_MANAGEMENT = 8090;

    public Ports {
        byName = Map.copyOf(byName);
    }

    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new UsageError(
                    "process: " + name + " (expected: one of " + byName.keySet() + ")");
        }
        return port;
    }

    public int of(Component component) {
        return of(component.processName());
    }

    /** The documented ports, unless variables such as {@code ASSAY_PORT_GATEWAY} say others. */
    static Ports standard(Map<String, String> environment) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Component component : Component.values()) {
            ports.put(
                    component.processName(),
                    port(environment, component.portVariable(), component.standardPort()));
        }
        ports.put(
                GATEWAY_MANAGEMENT,
                port(environment, "ASSAY_PORT_GATEWAY_MANAGEMENT", STANDARD_GATEWAY_MANAGEMENT));
        return new Ports(ports);
    }

    private static int port(Map<String, String> environment, String variable, int standard) {
        String value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            return standard;
        }
        if (!value.matches("\\d{1,5}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > 65535) {
            throw new UsageError(variable + ": " + value + " (expected: 1 to 65535)");
        }
        return Integer.parseInt(value);
    }

    /** Ports that were free a moment ago, for tests beside each other. */
    static Ports free(List<String> names) {
        List<ServerSocket> sockets = new ArrayList<>();
        Map<String, Integer> ports = new LinkedHashMap<>();
        try {
            for (String name : names) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(ports);
    }

    Ports only(List<String> names) {
        Map<String, Integer> ports = new LinkedHashMap<>(byName);
        ports.keySet().retainAll(names);
        return new Ports(ports);
    }

    /** Adds free ports for the names that have none yet. */
    Ports withFree(List<String> names) {
        Map<String, Integer> ports = new LinkedHashMap<>(byName);
        free(names.stream().filter(name -> !byName.containsKey(name)).toList())
                .byName()
                .forEach(ports::put);
        return new Ports(ports);
    }
}
