package org.answerloop.kernel;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P02", "57P03", "55P03", "25P03"})
    void a_connection_that_is_not_there_is_an_outage_however_deep_it_lies(String state) {
        SQLException refused = new SQLException("Connection refused", state);

        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new RuntimeException(refused))))
                .isTrue();
    }

    @Test
    void the_kind_of_the_exception_is_enough() {
        assertThat(DatabaseOutage.isBehind(new SQLNonTransientConnectionException()))
                .isTrue();
    }

    @Test
    void a_statement_that_is_refused_is_none() {
        assertThat(DatabaseOutage.isBehind(new SQLIntegrityConstraintViolationException("twice", "23505")))
                .isFalse();
        assertThat(DatabaseOutage.isBehind(new SQLException("cancelled", "57014")))
                .isFalse();
        assertThat(DatabaseOutage.isBehind(new IllegalStateException())).isFalse();
    }

    @Test
    void causes_that_go_in_a_circle_come_to_an_end() {
        Exception one = new IllegalStateException();
        Exception other = new IllegalStateException(one);
        one.initCause(other);

        assertThat(DatabaseOutage.isBehind(one)).isFalse();
    }
}
