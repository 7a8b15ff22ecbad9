package io.assay.movedclock;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Moves the wall clock of the JVM that it is started with: {@code -javaagent:…jar=86400} makes it
 * tomorrow. Not moved: the times of files, and a wait until an instant ({@code
 * LockSupport.parkUntil}), which takes that much longer.
 */
public final class Agent {

    private Agent() {}

    /**
     * @param seconds by how much to move, negative for the past
     * @throws UnmodifiableClassException never: only what can change is asked to
     */
    public static void premain(String seconds, Instrumentation instrumentation)
            throws UnmodifiableClassException {
        MovedClock.moveBySeconds(Long.parseLong(seconds));
        instrumentation.addTransformer(new Redirecting(), true);
        instrumentation.retransformClasses(
                Arrays.stream(instrumentation.getAllLoadedClasses())
                        .filter(instrumentation::isModifiableClass)
                        .toArray(Class<?>[]::new));
    }

    private static final class Redirecting implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> changing,
                @Nullable ProtectionDomain domain,
                byte[] classFile) {
            return Calls.MOVED.equals(name) ? null : Calls.redirected(classFile);
        }
    }
}
