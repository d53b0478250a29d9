package org.answerloop.system.inside;

import java.util.List;
import java.util.concurrent.Callable;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.conversation.application.Conversations;
import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.report.application.Reports;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people read is asked for with a role, whichever page asks. */
@ExtendWith(ArquillianExtension.class)
class ReadingIT {

    @EJB
    private Reports reports;

    @EJB
    private Conversations conversations;

    @EJB
    private Topics topics;

    @Inject
    private HttpServletRequest request;

    @Test
    void whoeverHasARoleReads() {
        for (Callable<?> reading : readings()) {
            assertThat(DemoUser.<Object>does("vera", request, reading::call)).isNotNull();
        }
    }

    @Test
    void nobodyReadsWithoutOne() {
        for (Callable<?> reading : readings()) {
            assertThatThrownBy(reading::call).isInstanceOf(EJBAccessException.class);
        }
    }

    private List<Callable<?>> readings() {
        return List.of(
                reports::choices, () -> conversations.find(1, null), () -> topics.list(TopicFilter.NONE, null, 1));
    }
}
