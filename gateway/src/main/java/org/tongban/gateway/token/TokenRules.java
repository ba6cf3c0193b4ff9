package org.tongban.gateway.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token must be: RSA-signed by a key of our realm, from our issuer, not over, and an access token. */
final class TokenRules {
    /** RSA only: it verifies in a tenth of a millisecond on JDK 17, where elliptic curves take two. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    private TokenRules() {}

    static JWTProcessor<SecurityContext> processor(TokenSettings settings, JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new AccessTokensOnly(settings.issuer(), blankIsNone(settings.audience())));
        return processor;
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Keycloak signs identity tokens with the same key; only its claim {@code typ} tells them apart. */
    private static final class AccessTokensOnly extends DefaultJWTClaimsVerifier<SecurityContext> {
        AccessTokensOnly(String issuer, @Nullable String audience) {
            super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp", "iss", "sub"));
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            Object type = claims.getClaim("typ");
            if (type != null && !"Bearer".equals(type)) {
                throw new BadJWTException("not an access token: " + type);
            }
        }
    }
}
