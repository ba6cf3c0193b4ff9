package org.tongban.platform.kit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Every way to ask the machine what time it is. */
final class SystemTime {

    static final DescribedPredicate<JavaAccess<?>> ACCESS =
            DescribedPredicate.describe("asks the machine for the time", access -> asks(access.getTarget()));

    private static final Set<String> CLOCKS =
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

    private SystemTime() {}

    private static boolean asks(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        if (owner.equals(Clock.class.getName())) {
            return CLOCKS.contains(name);
        }
        if (owner.startsWith("java.time.")) {
            return name.equals("now") && !takes(target, Clock.class);
        }
        if (owner.equals(Date.class.getName())) {
            return name.equals("<init>") && !takes(target, long.class);
        }
        return owner.equals(System.class.getName()) && name.equals("currentTimeMillis");
    }

    private static boolean takes(AccessTarget target, Class<?> parameter) {
        return target instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }
}
