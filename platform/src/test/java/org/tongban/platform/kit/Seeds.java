package org.tongban.platform.kit;

import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Draws the seeds of a {@link Seeded} test, anew in each run, and says which one it was that failed. */
final class Seeds implements ArgumentsProvider, TestExecutionExceptionHandler {
    static final String SETTING = "tongban.test.seed";

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext test) {
        int tries = test.getRequiredTestMethod().getAnnotation(Seeded.class).tries();
        return seeds(System.getProperty(SETTING, ""), tries)
                .mapToObj(seed -> Arguments.of(Named.of("-D" + SETTING + "=" + seed, new Random(seed))));
    }

    static LongStream seeds(String set, int tries) {
        return set.isEmpty() ? new Random().longs(tries) : LongStream.of(Long.parseLong(set));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        throw told(failure, test.getDisplayName());
    }

    static Throwable told(Throwable failure, String how) {
        failure.addSuppressed(new Tried(how));
        return failure;
    }

    /** Stands below the failure in every report. */
    static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1;

        Tried(String how) {
            super("try it again with " + how, null, false, false);
        }
    }
}
