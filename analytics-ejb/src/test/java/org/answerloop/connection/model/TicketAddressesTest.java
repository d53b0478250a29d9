package org.answerloop.connection.model;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TicketAddressesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final SecretBox box = new SecretBox(new byte[SecretBox.KEY]);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://chat.example/api/v1/accounts/3, /chat, https://chat.example/app/accounts/3/conversations/42",
                "https://a.example/chat/api/v1/accounts/3, s, https://a.example/chat/app/accounts/3/conversations/42",
                "-, https://chat.example, https://chat.example/app/accounts/9/conversations/42",
                "-, /chat, -"
            })
    void chatwoot_has_its_conversations_where_its_api_is_or_where_its_source_says(
            String api, String source, String expected) {
        Connection connection = connection(Platform.CHATWOOT, source, null);
        if (api != null) {
            connection.ask(ApiAccess.given(api, "token"), box);
        }

        assertThat(TicketAddresses.of(connection)
                        .ticket("42", "{site}/app/accounts/{account}/conversations/{id}", "9")
                        .url())
                .isEqualTo(expected);
    }

    @Test
    void the_connection_says_better() {
        Connection connection =
                connection(Platform.ZENDESK, "https://acme.zendesk.com", "https://desk.example/t/{id}?of={account}");

        assertThat(TicketAddresses.of(connection)
                        .ticket("42", "{site}/agent/tickets/{id}", "9")
                        .url())
                .isEqualTo("https://desk.example/t/42?of=9");
    }

    @Test
    void zendesk_has_its_tickets_where_its_source_says() {
        assertThat(TicketAddresses.of(connection(Platform.ZENDESK, "https://acme.zendesk.com", null))
                        .ticket("42", "{site}/agent/tickets/{id}", null)
                        .url())
                .isEqualTo("https://acme.zendesk.com/agent/tickets/42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../admin", "a/b", "1?x", "{id}", "\"onclick=", "é"})
    void an_id_leads_nowhere_else(String id) {
        assertThat(TicketAddresses.of(connection(Platform.ZENDESK, "https://acme.zendesk.com", null))
                        .ticket(id, "{site}/agent/tickets/{id}", null)
                        .url())
                .isNull();
    }

    private static Connection connection(Platform platform, String source, String tickets) {
        return new Connection(
                "address", platform, ConnectionWishes.of("Desk", source, Grounding.NEVER, "", tickets), NOW, "ada");
    }
}
