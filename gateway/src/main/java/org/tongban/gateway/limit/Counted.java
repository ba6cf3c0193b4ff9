package org.tongban.gateway.limit;

import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.address.CallerAddress;
import org.tongban.gateway.token.SignedIn;

/**
 * Who is counted: a person whose token verified, wherever it calls from; for everybody else the address.
 *
 * @param key the same for all requests of one caller
 * @param isPerson whether it is a person or client that signed in
 */
record Counted(Object key, boolean isPerson) {
    static Counted of(ServerWebExchange exchange, CallerAddress addresses) {
        SignedIn caller = SignedIn.of(exchange);
        return caller != null
                ? new Counted(caller.subject(), true)
                : new Counted(CallerAddress.countedAs(addresses.of(exchange.getRequest())), false);
    }
}
