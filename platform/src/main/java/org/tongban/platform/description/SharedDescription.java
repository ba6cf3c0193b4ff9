package org.tongban.platform.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.tongban.platform.security.Role;

/** Adds what all operations share: how one signs in and who may call, the language, and the problem that refuses. */
final class SharedDescription implements OpenApiCustomizer {
    static final String SIGN_IN = "signIn";
    private static final String PROBLEM = "Problem";
    private static final String REFUSED = "Refused";

    private final Doors doors;
    private final HttpServletRequest asked;

    /** @param asked the request at hand, whichever that is */
    SharedDescription(Doors doors, HttpServletRequest asked) {
        this.doors = doors;
        this.asked = asked;
    }

    @Override
    public void customise(OpenAPI described) {
        Components components = described.getComponents() == null ? new Components() : described.getComponents();
        described.setComponents(components
                .addSecuritySchemes(SIGN_IN, signIn())
                .addSchemas(PROBLEM, problem())
                .addResponses(REFUSED, refused()));
        described
                .getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> complete(path, method, operation)));
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        operation.addParametersItem(language());
        operation
                .getResponses()
                .addApiResponse(ApiResponses.DEFAULT, new ApiResponse().$ref("#/components/responses/" + REFUSED));
        if (!doors.isOpen(asked, method.name(), path)) {
            operation.addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
            List<String> roles = doors.roles(asked, method.name(), path).stream()
                    .map(Role::claim)
                    .toList();
            operation.addExtension("x-roles", roles);
        }
    }

    private static SecurityScheme signIn() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the realm tongban, from"
                        + " /auth/realms/tongban/protocol/openid-connect/token. An operation's x-roles says which roles"
                        + " may call it.");
    }

    private static Parameter language() {
        return new HeaderParameter()
                .name("Accept-Language")
                .required(false)
                .description("The language of sentences for people: zh-CN, or en.")
                .schema(new StringSchema()._default("zh-CN"));
    }

    private static ApiResponse refused() {
        return new ApiResponse()
                .description("Refused: a problem (RFC 9457) that says what to change, in the caller's language.")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("For the person, in the caller's language."));
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("traceId", new StringSchema().description("To be told to whoever looks into it."));
        problem.addProperty("errors", new ArraySchema().items(pointed()));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance", "traceId"));
        return problem;
    }

    private static Schema<?> pointed() {
        Schema<?> pointed = new ObjectSchema();
        pointed.addProperty("pointer", new StringSchema().description("A JSON Pointer into what was sent."));
        pointed.addProperty("detail", new StringSchema());
        return pointed;
    }
}
