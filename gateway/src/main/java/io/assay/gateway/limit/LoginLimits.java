package io.assay.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords an account takes: some from anywhere, and some more from each browser
 * that has signed in to it before. A right password does not count.
 */
@Component
public class LoginLimits {

    private static final String TAKEN = LoginLimits.class.getName();
    private static final int MAX_LENGTH = 64;

    private final RateLimits limits;
    private final Devices devices;

    LoginLimits(RateLimits limits, Devices devices) {
        this.limits = limits;
        this.devices = devices;
    }

    /** Whose limit a try counts against. */
    Subject subject(HttpServletRequest request) {
        String username = username(request);
        Subject subject =
                devices.known(request, username)
                        .map(id -> new Subject(Subject.Kind.DEVICE, id + ":" + username))
                        .orElseGet(() -> new Subject(Subject.Kind.ACCOUNT, username));
        request.setAttribute(TAKEN, subject);
        return subject;
    }

    /** The password was right: the try does not count, and the browser is known from now on. */
    public void succeeded(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(TAKEN) instanceof Subject subject) {
            limits.giveBack(subject);
        }
        String username = username(request);
        if (devices.known(request, username).isEmpty()) {
            devices.remember(request, response, username);
        }
    }

    private static String username(HttpServletRequest request) {
        String given = Objects.requireNonNullElse(request.getParameter("username"), "");
        String name = given.strip().toLowerCase(Locale.ROOT);
        return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
    }
}
