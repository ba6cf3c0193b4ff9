package org.tongban.platform.secret;

/** A stored secret that cannot be opened: our keys or our store are not what they were. */
public final class UnreadableSecret extends RuntimeException {

    private UnreadableSecret(String message) {
        super(message);
    }

    static UnreadableSecret ofForm(String field) {
        return new UnreadableSecret("the value of " + field + " is not in the form v1.<key id>.<base64url>");
    }

    static UnreadableSecret withoutKey(String field, String keyId) {
        return new UnreadableSecret(
                "the value of " + field + " was sealed with key " + keyId + ", which is not among our keys");
    }

    static UnreadableSecret changed(String field) {
        return new UnreadableSecret("the value of " + field + " was changed, or sealed for another field");
    }
}
