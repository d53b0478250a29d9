package org.answerloop.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8, 192.0.2.7 2001:db8:1::/48,::1");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what                               | peer            | X-Forwarded-For                  | client
                "nobody in between                     | 203.0.113.5     | -                                | 203.0.113.5",
                "a stranger who forges the header      | 203.0.113.5     | 127.0.0.1                        | 203.0.113.5",
                "a proxy that says nothing             | 10.1.2.3        | -                                | 10.1.2.3",
                "a proxy                               | 10.1.2.3        | 203.0.113.5                      | 203.0.113.5",
                "a single proxy by its address         | 192.0.2.7       | 203.0.113.5                      | 203.0.113.5",
                "the neighbour of that proxy           | 192.0.2.8       | 203.0.113.5                      | 192.0.2.8",
                "a client who forges through a proxy   | 10.1.2.3        | 127.0.0.1, 203.0.113.5           | 203.0.113.5",
                "two proxies                           | 10.1.2.3        | 203.0.113.5, 10.9.9.9            | 203.0.113.5",
                "a forged hop before two proxies       | 10.1.2.3        | 8.8.8.8, 203.0.113.5, 10.9.9.9   | 203.0.113.5",
                "a client inside the house             | 10.1.2.3        | 10.9.9.9                         | 10.9.9.9",
                "with a port                           | 10.1.2.3        | 203.0.113.5:4711                 | 203.0.113.5",
                "IPv6                                  | 2001:db8:1::9   | 2001:db8:2::5                    | 2001:db8:2:0:0:0:0:5",
                "IPv6 in brackets                      | ::1             | [2001:db8:2::5]                  | 2001:db8:2:0:0:0:0:5",
                "IPv6 with a port                      | ::1             | [2001:db8:2::5]:443              | 2001:db8:2:0:0:0:0:5",
                "IPv6 of a stranger                    | 2001:db8:2::9   | 2001:db8:2::5                    | 2001:db8:2:0:0:0:0:9",
                "IPv4 in the clothes of IPv6           | ::ffff:10.1.2.3 | ::ffff:203.0.113.5               | 203.0.113.5",
                "IPv6 with a zone                      | fe80::1%eth0    | 203.0.113.5                      | fe80:0:0:0:0:0:0:1",
                "a name                                | 10.1.2.3        | localhost                        | 10.1.2.3",
                "a word                                | 10.1.2.3        | unknown                          | 10.1.2.3",
                "a word behind a forged address        | 10.1.2.3        | 203.0.113.5, unknown             | 10.1.2.3",
                "a number of the old way               | 10.1.2.3        | 127.1                            | 10.1.2.3",
                "a byte too large                      | 10.1.2.3        | 203.0.113.256                    | 10.1.2.3",
                "empty places                          | 10.1.2.3        | ' ,, 203.0.113.5, '              | 203.0.113.5",
                "a connection that is gone             | -               | 203.0.113.5                      | 0.0.0.0"
            })
    void theClientIsTheLastAddressThatIsNoTrustedProxys(String what, String peer, String forwardedFor, String client) {
        assertThat(PROXIES.client(peer, false, headers("X-Forwarded-For", forwardedFor))
                        .text())
                .as(what)
                .isEqualTo(client);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "nothing                  | 10.1.2.3    | -                                                     | 10.1.2.3",
                "an address               | 10.1.2.3    | for=203.0.113.5                                       | 203.0.113.5",
                "all that there can be    | 10.1.2.3    | For=203.0.113.5;Proto=HTTPS;by=10.1.2.3;host=a        | 203.0.113.5",
                "IPv6, quoted             | ::1         | for=\"[2001:db8:2::5]:4711\"; proto=https             | 2001:db8:2:0:0:0:0:5",
                "a forged hop             | 10.1.2.3    | for=127.0.0.1, for=203.0.113.5                        | 203.0.113.5",
                "two proxies              | 10.1.2.3    | for=203.0.113.5;proto=https, for=10.9.9.9;proto=http  | 203.0.113.5",
                "a hidden client          | 10.1.2.3    | for=_secret                                           | 10.1.2.3",
                "no client                | 10.1.2.3    | proto=https                                           | 10.1.2.3",
                "a comma in quotes        | 10.1.2.3    | 'for=\"a,b\\\",c\", for=203.0.113.5'                  | 203.0.113.5",
                "a quote left open        | 10.1.2.3    | 'for=\", for=203.0.113.5'                             | 10.1.2.3",
                "a stranger               | 203.0.113.9 | for=203.0.113.5;proto=https                           | 203.0.113.9"
            })
    void theHeaderForwardedSaysTheSame(String what, String peer, String forwarded, String client) {
        assertThat(PROXIES.client(peer, false, headers("Forwarded", forwarded)).text())
                .as(what)
                .isEqualTo(client);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what                          | peer        | TLS to us | X-Forwarded-Proto | Forwarded            |
                // secure
                "plain                            | 203.0.113.5 | false     | -                 | -                    | false",
                "TLS                              | 203.0.113.5 | true      | -                 | -                    | true",
                "a stranger who claims TLS        | 203.0.113.5 | false     | https             | -                    | false",
                "a stranger who claims it twice   | 203.0.113.5 | false     | https             | for=1.1.1.1;proto=https | false",
                "TLS ends at a proxy              | 10.1.2.3    | false     | https             | -                    | true",
                "in capitals                      | 10.1.2.3    | false     | HTTPS             | -                    | true",
                "plain to the proxy, then TLS     | 10.1.2.3    | true      | http              | -                    | false",
                "a proxy that says nothing        | 10.1.2.3    | false     | -                 | -                    | false",
                "a proxy by TLS that says nothing | 10.1.2.3    | true      | -                 | -                    | true",
                "a client who claims TLS first    | 10.1.2.3    | false     | 'https, http'     | -                    | false",
                "nonsense                         | 10.1.2.3    | true      | wss               | -                    | false",
                "by Forwarded                     | 10.1.2.3    | false     | -                 | for=1.1.1.1;proto=https | true",
                "plain by Forwarded               | 10.1.2.3    | true      | -                 | for=1.1.1.1;proto=http  | false",
                "TLS ends at the outer proxy      | 10.1.2.3    | false     | -                 | 'for=1.1.1.1;proto=https, for=10.1.1.1;proto=http' | true"
            })
    void whetherTheWayIsPrivateIsTheTrustedProxysWord(
            String what, String peer, boolean tls, String proto, String forwarded, boolean secure) {
        Client client = PROXIES.client(peer, tls, headers("X-Forwarded-Proto", proto, "Forwarded", forwarded));

        assertThat(client.secure()).as(what).isEqualTo(secure);
    }

    @Test
    void headersOfTwoKindsThatDisagreeAreBothDisbelieved() {
        Client client = PROXIES.client("10.1.2.3", true, bothKinds("for=198.51.100.1;proto=https"));

        assertThat(client.text()).isEqualTo("10.1.2.3");
        assertThat(client.secure()).isFalse();
    }

    @Test
    void headersOfTwoKindsThatAgreeAreBelieved() {
        Client client = PROXIES.client("10.1.2.3", false, bothKinds("for=203.0.113.5;proto=https"));

        assertThat(client.text()).isEqualTo("203.0.113.5");
        assertThat(client.secure()).isTrue();
    }

    private static Function<String, List<String>> bothKinds(String forwarded) {
        return headers("X-Forwarded-For", "203.0.113.5", "X-Forwarded-Proto", "https", "Forwarded", forwarded);
    }

    @Test
    void aHeaderThatComesSeveralTimesIsReadInItsOrder() {
        Client client = PROXIES.client(
                "10.1.2.3",
                false,
                name -> name.equals("X-Forwarded-For") ? List.of("127.0.0.1", "203.0.113.5, 10.1.1.1") : List.of());

        assertThat(client.text()).isEqualTo("203.0.113.5");
    }

    @Test
    void whereNoneIsTrustedNobodysWordCounts() {
        assertThat(TrustedProxies.NONE.client(
                        "127.0.0.1", false, headers("X-Forwarded-For", "1.2.3.4", "X-Forwarded-Proto", "https")))
                .isEqualTo(TrustedProxies.NONE.client("127.0.0.1", false, name -> List.of()));
        assertThat(TrustedProxies.parse("  ")).isEqualTo(TrustedProxies.NONE);
    }

    @Test
    void clientsAreToldApartByTheirAddressAndInIPv6ByTheirSubscriber() {
        assertThat(network("203.0.113.5")).isEqualTo("203.0.113.5/32").isNotEqualTo(network("203.0.113.6"));
        assertThat(network("2001:db8:7:1::5")).isEqualTo(network("2001:db8:7:1:ffff::9"));
        assertThat(network("2001:db8:7:1::5")).isNotEqualTo(network("2001:db8:7:2::5"));
    }

    private static String network(String peer) {
        return PROXIES.client(peer, false, name -> List.of()).network().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.org",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0/8",
                "2001:db8::/129",
                "2001:db8",
                "::1::",
                "*",
                "10.0.0.1;10.0.0.2",
                "010.0.0.1"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> TrustedProxies.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Function<String, List<String>> headers(String... namesAndValues) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
            }
        }
        return name -> headers.getOrDefault(name, List.of());
    }
}
