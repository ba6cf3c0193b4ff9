package org.tongban.identity.person;

import java.time.Instant;
import java.util.List;
import org.tongban.platform.person.ResidentId;
import org.tongban.platform.secret.BlindIndex;
import org.tongban.platform.secret.FieldCipher;

/** Turns identity cards into what may be stored, and back (个人信息保护法 art. 51: encrypted). */
final class Seals {
    private static final String NAME = "person.name";
    private static final String RESIDENT_ID = "person.residentId";

    private final FieldCipher cipher;
    private final BlindIndex index;

    Seals(FieldCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    Person.Proof seal(IdentityCard card, Instant confirmedAt) {
        String number = card.residentId().value();
        return new Person.Proof(
                cipher.seal(NAME, card.name()),
                cipher.seal(RESIDENT_ID, number),
                index.digest(RESIDENT_ID, number),
                confirmedAt);
    }

    IdentityCard open(Person.Proof proof) {
        return new IdentityCard(
                cipher.open(NAME, proof.name()), new ResidentId(cipher.open(RESIDENT_ID, proof.residentId())));
    }

    /** Under which digest that number is counted. */
    String digest(ResidentId number) {
        return index.digest(RESIDENT_ID, number.value());
    }

    /** Under which digests that number may be stored: one per key, since keys rotate. */
    List<String> digests(ResidentId number) {
        return index.candidates(RESIDENT_ID, number.value());
    }

    /** A request's digest that nobody can try numbers against, unlike a bare hash of so few unknown digits. */
    String digestOfRequest(String digest) {
        return index.digest("verification.request", digest);
    }
}
