package org.answerloop.subscription.application;

import java.time.Duration;

import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.subscription.model.MailFailure;
import org.answerloop.subscription.model.MailState;
import org.answerloop.subscription.model.SubscriptionMail;
import org.answerloop.subscription.model.SubscriptionState;
import org.answerloop.wording.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Mails that do not arrive, on both databases: those that are tried again, and those that nobody is to have. */
class UndeliveredMailsTest {

    private final MailOffice office = new MailOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_mail_that_is_not_taken_is_tried_again_with_patience(MigratedDatabase database) {
        office.begin(database, "patience");
        office.subscribe("maya", Language.ENGLISH);
        office.closes();
        office.clock().move(Duration.ofMinutes(1));
        office.server().run();
        SubscriptionMail failed = office.mails().get(0);
        assertThat(failed.failure()).contains(MailFailure.UNREACHABLE);
        assertThat(failed.failureDetail()).isPresent();
        assertThat(failed.nextTryAt()).isEqualTo(office.clock().instant().plus(Duration.ofMinutes(1)));

        office.opensAgain();
        office.server().run();
        assertThat(office.received()).isEmpty();
        office.clock().move(Duration.ofMinutes(2));
        office.server().run();
        assertThat(office.received()).hasSize(1);
        assertThat(office.mails().get(0).state()).isEqualTo(MailState.SENT);
        assertThat(office.mails().get(0).failure()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void after_enough_tries_it_is_given_up_and_the_next_one_comes(MigratedDatabase database) {
        office.begin(database, "given_up");
        office.subscribe("maya", Language.ENGLISH);
        office.closes();
        office.clock().move(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            office.server().run();
            office.clock().move(Duration.ofHours(6));
        }
        assertThat(office.mails()).extracting(SubscriptionMail::state).containsExactly(MailState.GIVEN_UP);
        office.opensAgain();
        office.clock().move(Duration.ofDays(7));
        office.server().run();
        assertThat(office.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_may_not_have_it_gets_none(MigratedDatabase database) {
        office.begin(database, "dismissed");
        office.subscribe("maya", Language.ENGLISH);
        office.dismissed().add("maya");
        office.clock().move(Duration.ofMinutes(1));
        office.server().run();
        assertThat(office.received()).isEmpty();
        assertThat(office.states()).containsExactly(SubscriptionState.LAPSED);
    }

    @ParameterizedTest
    @EnumSource
    void where_the_server_cannot_know_whoever_was_not_here_for_a_month_gets_none(MigratedDatabase database) {
        office.begin(database, "absent");
        office.subscribe("visitor-from-elsewhere", Language.ENGLISH);
        office.clock().move(Duration.ofDays(30));
        office.server().run();
        assertThat(office.received()).hasSize(1);
        office.clock().move(Duration.ofDays(7));
        office.server().run();
        assertThat(office.received()).hasSize(1);
        assertThat(office.states()).containsExactly(SubscriptionState.LAPSED);
    }
}
