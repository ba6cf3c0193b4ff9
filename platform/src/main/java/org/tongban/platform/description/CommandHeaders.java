package org.tongban.platform.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;
import org.tongban.platform.idempotency.Command;

/** A command is repeated safely under its key, and may name the version it was made for. */
final class CommandHeaders implements OperationCustomizer {
    private static final int LONGEST_KEY = 200;

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean isCommand = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Command.class);
        if (isCommand) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(false)
                    .description(
                            "The same key with the same body gets the same answer and is done once. A caller who is"
                                    + " not signed in sends a random UUID.")
                    .schema(new StringSchema().maxLength(LONGEST_KEY).minLength(1)));
            operation.addParametersItem(new HeaderParameter()
                    .name("If-Match")
                    .required(false)
                    .description("The ETag of the version this command was made for; 412 when there is a newer one.")
                    .schema(new StringSchema()));
        }
        return operation;
    }
}
