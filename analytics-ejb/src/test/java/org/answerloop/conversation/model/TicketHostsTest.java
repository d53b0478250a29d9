package org.answerloop.conversation.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TicketHostsTest {

    private final TicketHosts hosts =
            TicketHosts.read("desk.example.com, *.helpdesk.example\nhttp://intranet\r\nhttp://*.inside.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://desk.example.com/t/1",
                "HTTPS://Desk.Example.COM/t/1",
                "https://desk.example.com:8443/t/1",
                "https://a.helpdesk.example/t/1",
                "https://a.b.helpdesk.example/t/1",
                "http://intranet/t/1",
                "https://intranet/t/1",
                "http://tickets.inside.example:8080/t/1"
            })
    void a_ticket_of_a_named_host_is_linked(String address) {
        assertThat(hosts.address(address)).hasValue(address);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://elsewhere.example/t/1",
                "http://desk.example.com/t/1",
                "https://a.desk.example.com/t/1",
                "https://desk.example.com.elsewhere.example/t/1",
                "https://xdesk.example.com/t/1",
                "https://helpdesk.example/t/1",
                "https://evilhelpdesk.example/t/1",
                "http://a.helpdesk.example/t/1",
                "https://desk.example.com@elsewhere.example/",
                "https://elsewhere.example/?desk.example.com",
                "https://elsewhere.example/#.helpdesk.example",
                "https://elsewhere.example\\.helpdesk.example/",
                "javascript://desk.example.com/%0aalert(1)",
                "ftp://intranet/t/1",
                "http:///t/1",
                "//desk.example.com/t/1",
                ""
            })
    void no_other_is(String address) {
        assertThat(hosts.address(address)).isEmpty();
    }

    @Test
    void where_no_host_is_named_every_secure_address_is_linked() {
        assertThat(TicketHosts.read(" \n, ;")).isEqualTo(TicketHosts.ANY);
        assertThat(TicketHosts.ANY.address("https://anywhere.example/t/1")).isPresent();
        assertThat(TicketHosts.ANY.address("http://anywhere.example/t/1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Desk.Example.COM, desk.example.com",
        "https://desk.example.com/, desk.example.com",
        "HTTP://Desk.Example.com, http://desk.example.com",
        "http://*.Example.com/, http://*.example.com",
        "bücher.example, xn--bcher-kva.example",
        "10.1.2.3, 10.1.2.3"
    })
    void a_host_is_read_as_it_is_typed_and_kept_in_one_way(String written, String kept) {
        assertThat(TicketHosts.read(written).text()).isEqualTo(kept);
        assertThat(TicketHosts.of(List.of(kept)).text()).isEqualTo(kept);
    }

    @Test
    void the_same_hosts_are_kept_once_and_in_order() {
        assertThat(TicketHosts.read("z.example a.example *.a.example A.example").text())
                .isEqualTo("*.a.example\na.example\nz.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "*desk.example",
                "a.*.example",
                "desk..example",
                "-desk.example",
                "desk.example/tickets",
                "desk.example:8443",
                "user@desk.example",
                "ftp://desk.example",
                "<script>",
                "[::1]"
            })
    void what_is_no_host_is_refused_by_its_name(String written) {
        assertThatExceptionOfType(UnusableTicketHostException.class)
                .isThrownBy(() -> TicketHosts.read("desk.example " + written))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(UnusableTicketHostException.Reason.HOST);
                    assertThat(refused.written()).isEqualTo(written);
                    assertThat(refused).hasMessageContaining(written);
                });
    }

    @Test
    void too_many_are_refused() {
        String many = IntStream.rangeClosed(0, TicketHosts.MOST)
                .mapToObj(i -> "desk" + i + ".example")
                .collect(Collectors.joining("\n"));

        assertThatExceptionOfType(UnusableTicketHostException.class)
                .isThrownBy(() -> TicketHosts.read(many))
                .satisfies(
                        refused -> assertThat(refused.reason()).isEqualTo(UnusableTicketHostException.Reason.TOO_MANY));
    }
}
