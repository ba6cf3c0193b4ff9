package org.tongban.platform.security;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys as they were last read, kept in the service's own store for a start while Keycloak is away. A
 * store that is away costs the copy only.
 */
final class KeyCopy {
    private static final Logger log = LoggerFactory.getLogger(KeyCopy.class);
    private static final String KEYS = "keys";

    private final MongoDatabase database;
    private final String issuer;

    /** @param issuer keys of one issuer are never taken for another's */
    KeyCopy(MongoDatabase database, String issuer) {
        this.database = database;
        this.issuer = issuer;
    }

    /** @param keys a JSON Web Key Set, public parts only */
    void keep(String keys) {
        try {
            database.getCollection("signing_keys")
                    .replaceOne(
                            eq("_id", issuer),
                            new Document("_id", issuer).append(KEYS, keys),
                            new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            log.warn("the copy of the signing keys could not be kept", e);
        }
    }

    Optional<String> kept() {
        try {
            return Optional.ofNullable(database.getCollection("signing_keys")
                            .find(eq("_id", issuer))
                            .first())
                    .map(copy -> copy.getString(KEYS));
        } catch (MongoException e) {
            log.warn("the copy of the signing keys could not be read", e);
            return Optional.empty();
        }
    }
}
