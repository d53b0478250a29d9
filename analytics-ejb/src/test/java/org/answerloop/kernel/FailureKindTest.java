package org.answerloop.kernel;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.answerloop.kernel.FailureKind.COLLISION;
import static org.answerloop.kernel.FailureKind.CONTENTION;
import static org.answerloop.kernel.FailureKind.LASTING;
import static org.answerloop.kernel.FailureKind.PASSING;
import static org.assertj.core.api.Assertions.assertThat;

class FailureKindTest {

    @ParameterizedTest
    @CsvSource({
        "40001, CONTENTION", // serialization; a deadlock in H2
        "40P01, CONTENTION", // a deadlock in PostgreSQL
        "HYT00, CONTENTION", // H2 waited too long for a lock
        "23505, COLLISION",
        "08006, PASSING",
        "25P03, PASSING", // idle in a transaction for too long
        "25006, PASSING", // read-only: a standby took over
        "53100, PASSING", // disk full
        "55P03, PASSING", // lock_timeout
        "57014, PASSING", // statement_timeout
        "57P01, PASSING",
        "58030, PASSING", // reading or writing failed
        "42P01, INSTALLATION",
        "42703, INSTALLATION",
        "XX001, INSTALLATION",
        "22021, LASTING", // a character that the encoding has not
        "23502, LASTING",
        "23514, LASTING", // a check in PostgreSQL
        "23513, LASTING", // the same in H2
        "54000, LASTING", // too long for an index
        "P0001, LASTING", // a trigger of the house
        "90044, LASTING", // the same in H2
    })
    void the_class_of_the_sql_state_says_what_helps(String state, FailureKind kind) {
        assertThat(FailureKind.of(wrapped(new SQLException("refused", state)))).isEqualTo(kind);
    }

    @Test
    void in_a_batch_it_is_the_state_of_the_batch() {
        assertThat(FailureKind.of(wrapped(new BatchUpdateException("refused", "23505", new int[0]))))
                .isEqualTo(COLLISION);
    }

    @Test
    void without_a_statement_the_kind_of_the_exception_says_it() {
        assertThat(FailureKind.of(wrapped(new OptimisticLockException()))).isEqualTo(CONTENTION);
        assertThat(FailureKind.of(wrapped(new RollbackException("timed out")))).isEqualTo(PASSING);
        assertThat(FailureKind.of(wrapped(new OutOfMemoryError()))).isEqualTo(PASSING);
        assertThat(FailureKind.of(wrapped(new SQLTransientConnectionException())))
                .isEqualTo(PASSING);
        assertThat(FailureKind.of(wrapped(new SQLException("of no state")))).isEqualTo(PASSING);
        assertThat(FailureKind.of(wrapped(new NullPointerException()))).isEqualTo(LASTING);
    }

    private static RuntimeException wrapped(Throwable cause) {
        return new EJBException(new PersistenceException(new IllegalStateException(cause)));
    }
}
