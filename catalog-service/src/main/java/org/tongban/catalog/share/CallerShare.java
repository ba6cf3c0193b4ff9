package org.tongban.catalog.share;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.tongban.platform.security.Caller;

/**
 * Who has a share of what is scarce: a person by their id, a stranger by the address that the gateway has seen.
 *
 * <p>Of IPv6 addresses the first 64 bits count: whoever has one has all that follow.
 */
public final class CallerShare {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int LONGEST_ADDRESS = 45;
    private static final int NETWORK_BYTES = 8;

    private CallerShare() {}

    /** {@code person:0f9c…} or {@code address:192.0.2.7}. */
    public static String of(Caller caller, HttpServletRequest request) {
        return caller.isAnonymous() ? "address:" + network(address(request)) : "person:" + caller.id();
    }

    /** Whether the gateway has let it in; services ask each other without it. */
    public static boolean isFromOutside(HttpServletRequest request) {
        return request.getHeader(FORWARDED_FOR) != null;
    }

    private static String address(HttpServletRequest request) {
        String forwarded = request.getHeader(FORWARDED_FOR);
        String address = forwarded == null
                ? request.getRemoteAddr()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return address.substring(0, Math.min(LONGEST_ADDRESS, address.length()));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getAllByName(address)[0].getAddress();
            return bytes.length <= NETWORK_BYTES
                    ? address
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
