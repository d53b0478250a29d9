package org.answerloop.connection.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.answerloop.connection.model.SignatureCheck.GENUINE;
import static org.answerloop.connection.model.SignatureCheck.OUTSIDE_WINDOW;
import static org.answerloop.connection.model.SignatureCheck.UNSIGNED;
import static org.answerloop.connection.model.SignatureCheck.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The signatures are vectors that another program has computed (Python's hmac), not our own. */
class SignatureSchemeTest {

    private static final Instant SIGNED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final String BODY = "{\"event\":\"message_created\",\"content\":\"Hé !\"}";
    private static final String ADDRESS = "https://answers.example/api/v1/webhooks/hubspot/a1";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** A platform's delivery with each of two secrets, and a third secret that has nothing to do with it. */
    private record Vector(
            SignatureScheme scheme,
            List<String> secrets,
            String foreign,
            Map<String, String> first,
            Map<String, String> second) {}

    private static final List<String> PLAIN = List.of("first-secret-of-the-tests", "second-secret-of-the-tests");

    private static final List<Vector> VECTORS = List.of(
            new Vector(
                    SignatureScheme.CHATWOOT,
                    PLAIN,
                    "another-secret",
                    chatwoot("b0c47c32dce93acb17b36473d8b85f7b9245d9310563a4719b1e550a6e2641b2"),
                    chatwoot("4cde295e1ac90b98df97beb99151bb6ff122b8a63f2df63cb749decfafebbcd5")),
            new Vector(
                    SignatureScheme.INTERCOM,
                    PLAIN,
                    "another-secret",
                    Map.of("X-Hub-Signature", "sha1=9f8764a8f684eb8ac127ca0921abebca857d661d"),
                    Map.of("X-Hub-Signature", "sha1=68547ec96f0ed61deaea6c22db13a8bd326bdcd4")),
            new Vector(
                    SignatureScheme.HUBSPOT,
                    PLAIN,
                    "another-secret",
                    hubspot("lHrbZ8Rs3aGl0sBrZzT7IcY9uEBSulqmcmpa9j0rB8k="),
                    hubspot("5PvSa/mDxpRwcXspazOONkn6erbJXaftmtLKGOxEW8w=")),
            new Vector(
                    SignatureScheme.ZENDESK,
                    PLAIN,
                    "another-secret",
                    zendesk("NaP8MmHw0oo1nqJQytq/I8KaOHNF68wKXQVNaAVQtYw="),
                    zendesk("zZU/0b2LvL6NW10HwGe5yIhVMkNcyzzOYXL838GBA6I=")),
            new Vector(
                    SignatureScheme.STANDARD_WEBHOOKS,
                    List.of("whsec_Zmlyc3Qtc2VjcmV0LW9mLXRoZS10ZXN0cw==", "whsec_c2Vjb25kLXNlY3JldC1vZi10aGUtdGVzdHM="),
                    "whsec_YW5vdGhlci1zZWNyZXQ=",
                    standard("v1,krM4Sluy5JscqsClrZBstYtFcw+Roc7RwByqjfzehYI="),
                    standard("v1,BYKQ0YGHekThuEfMKzFYSrFy07oCg0/on0Qhfv30Hpk=")));

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Vector v : VECTORS) {
            boolean timed = v.scheme != SignatureScheme.INTERCOM;
            List<String> current = v.secrets.subList(0, 1);
            cases.add(of(v, "right", v.first, BODY, current, Duration.ZERO, GENUINE));
            cases.add(of(v, "altered body", v.first, BODY.replace("Hé", "Ho"), current, Duration.ZERO, WRONG));
            cases.add(of(v, "wrong secret", v.first, BODY, List.of(v.foreign), Duration.ZERO, WRONG));
            cases.add(of(v, "second secret", v.second, BODY, v.secrets, Duration.ZERO, GENUINE));
            cases.add(of(v, "first of two secrets", v.first, BODY, v.secrets, Duration.ZERO, GENUINE));
            cases.add(of(v, "secret taken away", v.second, BODY, current, Duration.ZERO, WRONG));
            cases.add(of(v, "unsigned", Map.of(), BODY, current, Duration.ZERO, UNSIGNED));
            cases.add(of(v, "replay in the window", v.first, BODY, current, Duration.ofMinutes(5), GENUINE));
            Duration late = Duration.ofMinutes(5).plus(A_SECOND);
            cases.add(of(v, "old", v.first, BODY, current, late, timed ? OUTSIDE_WINDOW : GENUINE));
            cases.add(of(v, "future", v.first, BODY, current, late.negated(), timed ? OUTSIDE_WINDOW : GENUINE));
            cases.add(of(v, "just ahead", v.first, BODY, current, Duration.ofMinutes(-5), GENUINE));
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void a_delivery_is_genuine_or_not(
            SignatureScheme scheme,
            String what,
            Map<String, String> headers,
            String body,
            List<String> secrets,
            Instant now,
            SignatureCheck expected) {
        assertThat(scheme.check(request(headers, body), secrets, now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(SignatureScheme.class)
    void what_we_sign_is_genuine(SignatureScheme scheme) {
        String secret = VECTORS.get(scheme.ordinal()).secrets.get(0);
        Map<String, String> headers = scheme.sign(request(Map.of(), BODY), "msg_1", secret, SIGNED_AT);

        assertThat(scheme.check(request(headers, BODY), List.of(secret), SIGNED_AT))
                .isEqualTo(GENUINE);
        assertThat(headers).containsAllEntriesOf(VECTORS.get(scheme.ordinal()).first);
    }

    @Test
    void the_example_of_standard_webhooks_is_genuine() {
        WebhookRequest request = request(
                Map.of(
                        "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
                "{\"test\": 2432232314}");

        assertThat(SignatureScheme.STANDARD_WEBHOOKS.check(
                        request, List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), Instant.ofEpochSecond(1614265330)))
                .isEqualTo(GENUINE);
    }

    @Test
    void one_of_several_signatures_in_the_header_is_enough() {
        Vector standard = VECTORS.get(4);
        Map<String, String> headers = standard("v1,AAAA v1a,BBBB " + standard.first.get("webhook-signature"));

        assertThat(standard.scheme.check(request(headers, BODY), standard.secrets, SIGNED_AT))
                .isEqualTo(GENUINE);
    }

    @Test
    void a_signature_of_another_moment_or_id_is_wrong() {
        Vector standard = VECTORS.get(4);
        Map<String, String> headers = Map.of(
                "webhook-id", "msg_2",
                "webhook-timestamp", "1767225600",
                "webhook-signature", standard.first.get("webhook-signature"));
        Map<String, String> moved = Map.of(
                "X-Chatwoot-Timestamp",
                "1767225601",
                "X-Chatwoot-Signature",
                VECTORS.get(0).first.get("X-Chatwoot-Signature"));

        assertThat(standard.scheme.check(request(headers, BODY), standard.secrets, SIGNED_AT))
                .isEqualTo(WRONG);
        assertThat(SignatureScheme.CHATWOOT.check(request(moved, BODY), PLAIN, SIGNED_AT))
                .isEqualTo(WRONG);
    }

    @Test
    void a_signature_for_another_address_is_wrong() {
        Vector hubspot = VECTORS.get(2);
        WebhookRequest elsewhere = new WebhookRequest(ADDRESS + "b", hubspot.first, bytes(BODY));

        assertThat(hubspot.scheme.check(elsewhere, hubspot.secrets, SIGNED_AT)).isEqualTo(WRONG);
    }

    @Test
    void the_id_of_a_delivery_stays_the_same_when_it_is_sent_again() {
        IncomingDelivery first = IncomingDelivery.of(Platform.CHATWOOT, request(VECTORS.get(0).first, BODY));
        String notification = "{\"id\":\"notif_1\",\"topic\":\"ping\"}";

        assertThat(first.id()).isEqualTo("msg_1");
        assertThat(first.headers()).contains("1767225600").doesNotContain("sha256");
        assertThat(IncomingDelivery.of(Platform.INTERCOM, request(Map.of(), notification))
                        .id())
                .isEqualTo("notif_1");
        assertThat(IncomingDelivery.of(Platform.ZENDESK, request(Map.of(), "[]"))
                        .id())
                .isEqualTo(IncomingDelivery.of(Platform.ZENDESK, request(Map.of(), "[]"))
                        .id());
    }

    private static Arguments of(
            Vector vector,
            String what,
            Map<String, String> headers,
            String body,
            List<String> secrets,
            Duration later,
            SignatureCheck expected) {
        return arguments(vector.scheme, what, headers, body, secrets, SIGNED_AT.plus(later), expected);
    }

    private static Map<String, String> chatwoot(String signature) {
        return Map.of(
                "X-Chatwoot-Signature", "sha256=" + signature,
                "X-Chatwoot-Timestamp", "1767225600",
                "X-Chatwoot-Delivery", "msg_1");
    }

    private static Map<String, String> hubspot(String signature) {
        return Map.of("X-HubSpot-Signature-v3", signature, "X-HubSpot-Request-Timestamp", "1767225600000");
    }

    private static Map<String, String> zendesk(String signature) {
        return Map.of(
                "X-Zendesk-Webhook-Signature",
                signature,
                "X-Zendesk-Webhook-Signature-Timestamp",
                "2026-01-01T00:00:00Z");
    }

    private static Map<String, String> standard(String signature) {
        return Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", "1767225600",
                "webhook-signature", signature);
    }

    private static WebhookRequest request(Map<String, String> headers, String body) {
        return new WebhookRequest(ADDRESS, headers, bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
