package io.assay.system;

import io.assay.cli.client.Accounts;
import io.assay.cli.people.Staff;
import io.assay.load.chaos.LocalTargetStack;
import io.assay.local.Component;
import io.assay.local.Home;
import io.assay.local.LocalStack;
import io.assay.local.Progress;
import io.assay.local.StackConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack of all processes for all tests of this JVM, with two instances of assignment-service:
 * started by the first, stopped at the end.
 */
final class Platform implements AutoCloseable {

    private final LocalTargetStack target;
    private final Staff staff;

    private Platform(LocalTargetStack target) {
        this.target = target;
        this.staff = Staff.create(target.accounts(), target.opsPassword());
    }

    LocalTargetStack target() {
        return target;
    }

    Accounts accounts() {
        return staff.accounts();
    }

    Staff staff() {
        return staff;
    }

    @Override
    public void close() {
        target.close();
    }

    private static Platform start() {
        Path home = Home.find();
        StackConfig config =
                StackConfig.isolated(home, home.resolve("system-tests/target/stack"))
                        .withInstances(Component.ASSIGNMENT, 2);
        return new Platform(new LocalTargetStack(LocalStack.start(config, Progress.SILENT)));
    }

    /** Hands the platform to whoever asks for it. */
    static final class Extension implements ParameterResolver, BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            shared(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Platform.class;
        }

        @Override
        public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return shared(context);
        }

        private static Platform shared(ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Platform.class))
                    .computeIfAbsent(Platform.class, _ -> start(), Platform.class);
        }
    }
}
