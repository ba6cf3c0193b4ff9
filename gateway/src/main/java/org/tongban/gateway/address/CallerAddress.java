package org.tongban.gateway.address;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Finds the address a request really comes from: the direct peer, or, when that is a proxy of ours, the last address
 * in {@code X-Forwarded-For} that is none of ours. What stands further left was written by the caller.
 */
@Component
public final class CallerAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final InetAddress UNKNOWN = address("0.0.0.0");

    private final List<IpSubnetFilterRule> trusted;

    CallerAddress(AddressSettings settings) {
        trusted = settings.trustedProxies().stream().map(CallerAddress::network).toList();
    }

    public InetAddress of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress peer = remote == null ? null : remote.getAddress();
        if (peer == null) {
            return UNKNOWN;
        }
        return trusted.isEmpty() || !isTrusted(peer) ? peer : lastStranger(peer, request);
    }

    private InetAddress lastStranger(InetAddress peer, ServerHttpRequest request) {
        List<String> hops = request.getHeaders().getValuesAsList(FORWARDED_FOR);
        InetAddress nearest = peer;
        for (int at = hops.size() - 1; at >= 0; at--) {
            @Nullable InetAddress hop = NetUtil.createInetAddressFromIpAddressString(hops.get(at));
            if (hop == null) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return hop;
            }
        }
        return nearest;
    }

    private boolean isTrusted(InetAddress address) {
        InetSocketAddress asked = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(network -> network.matches(asked));
    }

    /**
     * Whom a limit per address counts: an IPv4 address, or the /64 of an IPv6 address, since a household is given at
     * least that much and could otherwise draw a new address for every request.
     */
    public static Object countedAs(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? address : "v6:" + Arrays.toString(Arrays.copyOf(bytes, 8));
    }

    private static IpSubnetFilterRule network(String cidr) {
        int slash = cidr.indexOf('/');
        InetAddress base = NetUtil.createInetAddressFromIpAddressString(slash < 0 ? cidr : cidr.substring(0, slash));
        if (base == null) {
            throw new IllegalArgumentException("trusted-proxies: not a network: " + cidr);
        }
        int bits = slash < 0 ? base.getAddress().length * 8 : Integer.parseInt(cidr.substring(slash + 1));
        return new IpSubnetFilterRule(base, bits, IpFilterRuleType.ACCEPT);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }
}
