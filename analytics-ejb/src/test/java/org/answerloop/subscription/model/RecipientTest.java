package org.answerloop.subscription.model;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecipientTest {

    @ParameterizedTest
    @ValueSource(strings = {"maya@example.org", "m.o'brien+reports@mail.example.co.uk", "root@localhost"})
    void a_plain_address_is_one(String address) {
        assertThat(new Recipient(address).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "maya",
                "maya@",
                "@example.org",
                "Maya <maya@example.org>",
                "maya@example.org, edgar@example.org",
                "maya@example.org\r\nBcc: all@example.org",
                "maya@exa mple.org",
                "maya@example..org",
                "maya@-example.org"
            })
    void anything_else_is_refused(String address) {
        assertThatThrownBy(() -> new Recipient(address)).isInstanceOf(UnusableSubscriptionException.class);
    }

    @Test
    void mails_go_to_the_domains_that_they_may_go_to() {
        Recipient recipient = new Recipient("maya@Example.org");
        assertThat(recipient.isAmong(Set.of())).isTrue();
        assertThat(recipient.isAmong(Set.of("example.org"))).isTrue();
        assertThat(recipient.isAmong(Set.of("example.com"))).isFalse();
    }
}
