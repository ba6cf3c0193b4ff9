package org.tongban.identity.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import org.bson.Document;

/**
 * Who has which resident id, one row under each number's digest: an id is unique however the store is divided, any other
 * field only where all documents lie together.
 */
final class Identities {
    private static final String ID = "_id";
    private static final String PERSON = "person";

    private final MongoCollection<Document> rows;

    Identities(MongoDatabase database) {
        this.rows = database.getCollection("identities");
    }

    /** Whether somebody else has one of them. */
    boolean isTaken(Collection<String> digests, String person) {
        return rows.find(and(in(ID, digests), ne(PERSON, person))).first() != null;
    }

    /**
     * A claim outlives whoever dies before they are proved: the same person goes on with it.
     *
     * @return whether it is new, and not this person's already
     * @throws IdentityTaken when another person has it
     */
    boolean claim(String digest, String person) {
        try {
            rows.insertOne(new Document(ID, digest).append(PERSON, person));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        if (rows.find(and(eq(ID, digest), eq(PERSON, person))).first() == null) {
            throw new IdentityTaken();
        }
        return false;
    }

    void release(String digest, String person) {
        rows.deleteOne(and(eq(ID, digest), eq(PERSON, person)));
    }
}
