package org.answerloop.access.model;

import java.time.Duration;
import java.util.List;

import org.answerloop.access.model.GuessingPolicy.Counted;
import org.answerloop.client.Client;
import org.answerloop.client.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SignInAttemptTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"maya, MAYA", "solène, SOLÈNE", "maya, ' maya '", "solène, sole\u0300ne", "ｍａｙａ, maya"})
    void one_name_in_different_spellings_is_one_account(String one, String other) {
        assertThat(SignInAttempt.of(one, from("203.0.113.7"))).isEqualTo(SignInAttempt.of(other, from("203.0.113.7")));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "maya, ma\u00ADya",
        "maya, ma\u200Bya",
        "maya, \uFEFFmaya\u2060",
        "maya, ma\u0000ya",
        "maya, ma\uFE0Fya",
        "solène, solene",
        "solène, SOLE\u0300\u0301NE",
        "'maya lin', 'maya   lin'",
        "'maya lin', 'maya\u00A0\u2003lin'",
        "'maya lin', 'maya\tlin'",
        "straße, STRASSE",
        "σίσυφος, ΣΊΣΥΦΟΣ",
        "İda, ida",
        "ıda, ida",
        "ﬁona, fiona"
    })
    void what_a_directory_may_take_for_one_name_is_one_account(String one, String other) {
        assertThat(SignInAttempt.of(one, from("203.0.113.7"))).isEqualTo(SignInAttempt.of(other, from("203.0.113.7")));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"maya, may", "'maya lin', mayalin", "maya, мауа", "漢, 字", "a1, a2"})
    void other_names_are_other_accounts(String one, String other) {
        assertThat(SignInAttempt.of(one, from("203.0.113.7")))
                .isNotEqualTo(SignInAttempt.of(other, from("203.0.113.7")));
    }

    @Test
    void a_name_of_marks_alone_is_counted_without_delay() {
        String marks = "a" + "\u0316\u0300".repeat(16_000);

        assertTimeout(Duration.ofSeconds(2), () -> SignInAttempt.of(marks, from("203.0.113.7")));
    }

    @Test
    void what_counts_for_an_address_is_the_same_whatever_the_name_and_the_other_way_round() {
        SignInAttempt attempt = SignInAttempt.of("maya", from("203.0.113.7"));
        SignInAttempt otherName = SignInAttempt.of("ada", from("203.0.113.7"));
        SignInAttempt otherAddress = SignInAttempt.of("maya", from("203.0.113.8"));

        assertThat(attempt.subject(Counted.ADDRESS))
                .isEqualTo(otherName.subject(Counted.ADDRESS))
                .isNotEqualTo(otherAddress.subject(Counted.ADDRESS));
        assertThat(attempt.subject(Counted.ACCOUNT))
                .isEqualTo(otherAddress.subject(Counted.ACCOUNT))
                .isNotEqualTo(otherName.subject(Counted.ACCOUNT));
        assertThat(attempt.subject(Counted.ACCOUNT_FROM_ADDRESS))
                .isNotEqualTo(otherName.subject(Counted.ACCOUNT_FROM_ADDRESS))
                .isNotEqualTo(otherAddress.subject(Counted.ACCOUNT_FROM_ADDRESS));
        assertThat(attempt.subject(Counted.ALL)).isEqualTo(otherName.subject(Counted.ALL));
    }

    @Test
    void nothing_that_was_typed_is_kept() {
        assertThat(SignInAttempt.of("my-secret-password", from("203.0.113.7")).toString())
                .doesNotContain("my-secret-password");
    }

    @Test
    void whoever_has_a_whole_network_of_ipv6_is_one() {
        assertThat(SignInAttempt.of("maya", from("2001:db8:1:2::1")))
                .isEqualTo(SignInAttempt.of("maya", from("2001:db8:1:2:3:4:5:6")))
                .isNotEqualTo(SignInAttempt.of("maya", from("2001:db8:1:3::1")));
    }

    private static Client from(String address) {
        return TrustedProxies.NONE.client(address, true, name -> List.of());
    }
}
