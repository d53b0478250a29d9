package org.answerloop.web.knowledge;

import java.time.Instant;

import org.answerloop.audit.model.AuditEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditRecordPageTest {

    private final AuditRecordPage page = new AuditRecordPage();

    @ParameterizedTest
    @CsvSource({"topic/7, topic.xhtml?id=7", "answer/12, answer.xhtml?id=12"})
    void what_has_a_page_of_its_own_is_linked(String subject, String address) {
        assertThat(page.address(of(subject))).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edgar", "topics", "topic/", "topic/7 topic/8", "topic/x", "answer/1&after=2", "//topic/7"})
    void nothing_else_is(String subject) {
        assertThat(page.address(of(subject))).isNull();
    }

    private static AuditEntry of(String subject) {
        return new AuditEntry(Instant.EPOCH, "ada", "topic.renamed", subject, null, null);
    }
}
