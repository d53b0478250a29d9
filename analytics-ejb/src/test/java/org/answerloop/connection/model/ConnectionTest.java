package org.answerloop.connection.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.answerloop.connection.model.UnusableConnectionException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final SecretBox box = new SecretBox(new byte[SecretBox.KEY]);

    @ParameterizedTest
    @EnumSource(Platform.class)
    void a_sample_of_every_platform_is_genuine_and_becomes_an_event(Platform platform) throws Exception {
        Connection connection = connection(platform);
        connection.sign(ConnectionSecret.made(platform), box, NOW);
        String payload = SamplePayload.of(connection, "sample-1", NOW);
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        WebhookRequest unsigned = new WebhookRequest("https://localhost/", Map.of(), body);
        WebhookRequest request = unsigned.with(platform.scheme()
                .sign(unsigned, "sample-1", connection.secrets(box).get(0), NOW));

        assertThat(platform.scheme().check(request, connection.secrets(box), NOW))
                .isEqualTo(SignatureCheck.GENUINE);
        assertThat(platform.events(payload, connection.mapping(), SamplePayload.api("sample-1", NOW)))
                .hasSize(1);
    }

    @Test
    void two_secrets_are_live_while_they_are_exchanged() {
        Connection connection = connection(Platform.CHATWOOT);
        connection.sign(ConnectionSecret.given(Platform.CHATWOOT, "the-first-secret"), box, NOW);
        connection.sign(ConnectionSecret.given(Platform.CHATWOOT, "the-second-secret"), box, NOW);

        assertThat(connection.secrets(box)).containsExactly("the-second-secret", "the-first-secret");
        assertThat(connection.secretHint()).isEqualTo("…cret");
        assertRefused(Reason.TWO_LIVE, () -> connection.sign(ConnectionSecret.made(Platform.CHATWOOT), box, NOW));

        connection.dropEarlierSecret();
        assertThat(connection.secrets(box)).containsExactly("the-second-secret");
        assertRefused(
                Reason.SECRET_TWICE,
                () -> connection.sign(ConnectionSecret.given(Platform.CHATWOOT, "the-second-secret"), box, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "CHATWOOT, short",
        "CHATWOOT, with a blank in it",
        "STANDARD_WEBHOOKS, a-secret-without-prefix",
        "STANDARD_WEBHOOKS, whsec_not*base64*at*all"
    })
    void a_secret_that_cannot_be_one_is_refused(Platform platform, String secret) {
        assertRefused(Reason.SECRET, () -> ConnectionSecret.given(platform, secret));
    }

    @Test
    void a_secret_is_not_printed() {
        assertThat(ConnectionSecret.given(Platform.CHATWOOT, "the-first-secret").toString())
                .isEqualTo("…cret");
    }

    @Test
    void a_sealed_secret_opens_with_its_key_for_its_purpose_alone() {
        String sealed = box.seal("secret", "here");
        byte[] otherKey = new byte[SecretBox.KEY];
        otherKey[0] = 1;

        assertThat(sealed).doesNotContain("secret").isNotEqualTo(box.seal("secret", "here"));
        assertThat(box.open(sealed, "here")).isEqualTo("secret");
        assertThatThrownBy(() -> box.open(sealed, "there")).isInstanceOf(UnreadableSecretException.class);
        assertThatThrownBy(() -> new SecretBox(otherKey).open(sealed, "here"))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("answerloop.secret.key");
        assertThatThrownBy(() -> box.open("garbage", "here")).isInstanceOf(UnreadableSecretException.class);
    }

    @Test
    void the_platform_is_asked_with_a_token_that_is_sealed() {
        Connection connection = connection(Platform.HUBSPOT);
        assertThat(connection.api(box)).isEmpty();

        connection.ask(ApiAccess.given(" https://api.hubapi.com/ ", "pat-eu1-token"), box);

        assertThat(connection.api(box)).contains(new ApiAccess("https://api.hubapi.com", "pat-eu1-token"));
        assertThat(new ApiAccess("https://api.hubapi.com", "pat-eu1-token").toString())
                .doesNotContain("pat");
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example, token",
        "https://user@api.example, token",
        "https://api.example?q=1, token",
        "https://api.example/a/../b, token",
        "https://api.example/.., token",
        "ftp://api.example, token",
        "https://api.example, two words",
        "https://api.example, ''"
    })
    void an_api_that_would_give_the_token_away_is_refused(String base, String token) {
        assertRefused(Reason.API, () -> ApiAccess.given(base, token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.example/{id}",
                "https://desk.example/tickets",
                "https://{id}.example/",
                "https://desk.example/{id}/{secret}",
                "https://ada@desk.example/{id}",
                "https://desk.example/{id}\"onclick=",
                "javascript:alert({id})"
            })
    void an_address_of_tickets_that_leads_astray_is_refused(String pattern) {
        assertRefused(Reason.TICKETS, () -> TicketPattern.read(pattern));
    }

    @Test
    void an_api_is_asked_below_its_address_without_the_slash_at_its_end() {
        assertThat(ApiAccess.given("https://api.example/v1" + "/".repeat(100_000), "token")
                        .base())
                .isEqualTo("https://api.example/v1");
    }

    @Test
    void wishes_are_trimmed_and_bounded() {
        ConnectionWishes wishes =
                ConnectionWishes.of(" Desk ", " https://desk.example ", Grounding.NEVER, "900, 901 900", " ");

        assertThat(wishes.name()).isEqualTo("Desk");
        assertThat(wishes.source()).isEqualTo("https://desk.example");
        assertThat(wishes.agents()).isEqualTo(List.of("900", "901"));
        assertThat(new Connection("a", Platform.ZENDESK, wishes, NOW, "ada").agents())
                .isEqualTo(Set.of("900", "901"));
        assertRefused(Reason.NAME, () -> ConnectionWishes.of(" ", "s", Grounding.NEVER, null, null));
        assertRefused(Reason.SOURCE, () -> ConnectionWishes.of("n", "s".repeat(256), Grounding.NEVER, null, null));
        assertRefused(Reason.AGENTS, () -> ConnectionWishes.of("n", "s", Grounding.NEVER, "9".repeat(1001), null));
    }

    private static Connection connection(Platform platform) {
        return new Connection(
                "address",
                platform,
                ConnectionWishes.of("Desk", "https://desk.example/\"quoted\"", Grounding.WITH_LINK, "", null),
                NOW,
                "ada");
    }

    private static void assertRefused(Reason reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        UnusableConnectionException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
