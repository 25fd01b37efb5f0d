package id.tindak.base;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/** Names lead to the open internet alone: an address that a stranger gave must not reach into the office's own network (RULES.md, Security). What is looked up here is what is connected to. */
final class PublicAddresses implements DnsResolver {

    /** The name leads to no public address; it is not tried again. */
    static final class Inside extends UnknownHostException {
        @Serial
        private static final long serialVersionUID = 1;

        Inside(String host) {
            super(host + " is no public address");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(PublicAddresses::isPublic)) throw new Inside(host);
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Outside of all ranges that IANA keeps for special purposes (RFC 6890) and of those that wrap an IPv4 address. */
    static boolean isPublic(InetAddress a) {
        if (a.isAnyLocalAddress()
                || a.isLoopbackAddress()
                || a.isLinkLocalAddress()
                || a.isSiteLocalAddress()
                || a.isMulticastAddress()) return false;
        byte[] b = a.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (b.length == 4)
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && (b[2] == 0 || b[2] == 2))
                    && !(first == 198 && (second == 18 || second == 19))
                    && !(first == 198 && second == 51 && b[2] == 100)
                    && !(first == 203 && second == 0 && b[2] == 113);
        int third = b[2] & 0xff;
        int fourth = b[3] & 0xff;
        boolean global = first >= 0x20 && first < 0x40;
        boolean wraps = first == 0x20 && second == 0x02 || first == 0x20 && second == 0x01 && third < 2;
        boolean sample = first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8;
        return global && !wraps && !sample;
    }
}
