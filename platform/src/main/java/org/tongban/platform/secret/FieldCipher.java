package org.tongban.platform.secret;

/** Seals single fields that identify a person; the seam at which SM4-GCM can take the place of AES-GCM. */
public interface FieldCipher {

    /**
     * Seals a value for one field. Sealing twice gives two texts, so nobody sees which people share a value.
     *
     * @param field where the value is kept, such as {@code person.residentId}: it opens nowhere else
     */
    String seal(String field, String value);

    /**
     * The value that was sealed.
     *
     * @throws UnreadableSecret if it was sealed for another field, with a key that is gone, or was changed since
     */
    String open(String field, String sealed);
}
