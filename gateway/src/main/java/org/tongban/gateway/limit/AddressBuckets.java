package org.tongban.gateway.limit;

import org.springframework.stereotype.Component;

/**
 * The buckets of addresses: one for those who come without a token, another for tokens that have to be verified first,
 * so that neither a guest nor a forger keeps a neighbour from signing in.
 */
@Component
final class AddressBuckets {
    private final Buckets guests;
    private final Buckets unverified;

    AddressBuckets(LimitSettings settings) {
        guests = new Buckets(settings.address(), settings.keptBuckets());
        unverified = new Buckets(settings.address(), settings.keptBuckets());
    }

    Buckets guests() {
        return guests;
    }

    Buckets unverified() {
        return unverified;
    }
}
