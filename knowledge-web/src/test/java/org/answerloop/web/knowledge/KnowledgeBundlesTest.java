package org.answerloop.web.knowledge;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.answerloop.access.model.ApiKey;
import org.answerloop.access.model.Scope;
import org.answerloop.access.model.SeatRefusedException;
import org.answerloop.access.model.UnusableKeyException;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.ImportedAnswers;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.connection.application.ReceiveDelivery.Receipt;
import org.answerloop.connection.model.DeliveryState;
import org.answerloop.connection.model.Grounding;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.ReconciliationFault;
import org.answerloop.connection.model.SignatureCheck;
import org.answerloop.connection.model.UnusableConnectionException;
import org.answerloop.conversation.model.UnusableTicketHostException;
import org.answerloop.event.model.QuarantineState;
import org.answerloop.gap.model.AnswerAtWork;
import org.answerloop.gap.model.Signal;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.gap.model.TopicState;
import org.answerloop.imports.model.FileFault;
import org.answerloop.imports.model.ImportFormat;
import org.answerloop.imports.model.ImportState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnowledgeBundlesTest {

    private final ResourceBundle english = bundle(Locale.ENGLISH);
    private final ResourceBundle french = bundle(Locale.FRENCH);

    @Test
    void every_scope_and_every_refusal_has_its_words() {
        assertThat(english.keySet())
                .containsAll(
                        Stream.of(Scope.values()).map(scope -> "scope." + scope).toList())
                .containsAll(Stream.of(Scope.values())
                        .map(scope -> "scope." + scope + ".text")
                        .toList())
                .containsAll(Stream.of(UnusableKeyException.Reason.values())
                        .map(reason -> "keys.refused." + reason)
                        .toList())
                .containsAll(keys("seats.refused.", SeatRefusedException.Reason.values(), ""))
                .containsAll(keys("settings.tickets.refused.", UnusableTicketHostException.Reason.values(), ""));
    }

    @Test
    void whatever_the_record_is_about_has_its_words() {
        assertThat(english.keySet())
                .containsAll(Stream.of(AuditRecordPage.Area.values())
                        .map(area -> "audit.area." + area.getCode())
                        .toList());
    }

    @Test
    void whatever_is_done_is_about_something_that_the_record_can_be_narrowed_to() {
        assertThat(english.keySet().stream()
                        .filter(key -> key.startsWith("audit.action."))
                        .map(key -> key.split("\\.")[2]))
                .isNotEmpty()
                .isSubsetOf(Stream.of(AuditRecordPage.Area.values())
                        .map(AuditRecordPage.Area::getCode)
                        .toList());
    }

    @Test
    void every_state_and_every_refusal_of_an_answer_has_its_words() {
        assertThat(english.keySet())
                .containsAll(keys("answer.state.", AnswerState.values(), ""))
                .containsAll(keys("answer.done.", AnswerPage.Deed.values(), ""))
                .containsAll(keys("answer.refused.", UnusableAnswerException.Reason.values(), ""))
                .containsAll(keys("answer.file.fault.", ImportedAnswers.FileFault.Kind.values(), ""))
                .containsAll(Stream.of(AnswersPage.Listing.values())
                        .map(listing -> "answers.list." + listing.getCode())
                        .toList());
    }

    @Test
    void whatever_is_known_of_an_answer_at_work_has_its_words() {
        assertThat(english.keySet())
                .containsAll(keys("working.why.", AnswerAtWork.Worth.values(), ""))
                .containsAll(Stream.of(WorkingPage.Listing.values())
                        .flatMap(listing -> Stream.of("list", "none", "definition")
                                .map(text -> "working." + text + "." + listing.getCode()))
                        .toList());
    }

    @Test
    void whatever_a_topic_may_be_and_may_refuse_has_its_words() {
        assertThat(english.keySet())
                .containsAll(keys("topic.state.", TopicState.values(), ""))
                .containsAll(keys("topic.overtaken.", TopicState.values(), ""))
                .containsAll(keys("topic.signal.", Signal.values(), ""))
                .containsAll(keys("topic.refused.", TopicRefusedException.Reason.values(), ""))
                .containsAll(keys("topic.done.", TopicDeed.values(), ""))
                .containsAll(Stream.of(TopicSelection.values())
                        .flatMap(selection ->
                                Stream.of("gaps.list.", "gaps.none.").map(before -> before + AddressCode.of(selection)))
                        .toList());
    }

    @Test
    void the_longest_label_is_told_as_it_is() {
        assertThat(Stream.of(english, french))
                .allSatisfy(
                        words -> assertThat(MessageFormat.format(words.getString("keys.refused.LABEL"), ApiKey.LABEL))
                                .contains(" " + ApiKey.LABEL + " "));
    }

    @Test
    void every_list_and_every_state_of_an_event_has_its_words() {
        assertThat(english.keySet())
                .containsAll(Stream.of(EventsPage.Listing.values())
                        .flatMap(listing ->
                                Stream.of("", ".none", ".text").map(end -> "events.list." + listing.getCode() + end))
                        .toList())
                .containsAll(Stream.of(QuarantineState.values())
                        .map(state -> "event.state." + state)
                        .toList())
                .contains("event.overtaken.REPLAYED", "event.overtaken.DISCARDED")
                .contains("event.outcome.ACCEPTED", "event.outcome.DUPLICATE", "event.outcome.DISCARDED");
    }

    @Test
    void whatever_a_connection_may_be_has_its_words() {
        assertThat(english.keySet())
                .containsAll(keys("platform.", Platform.values(), ""))
                .containsAll(keys("connections.next.", Platform.values(), ""))
                .containsAll(keys("grounding.", Grounding.values(), ""))
                .containsAll(keys("grounding.", Grounding.values(), ".text"))
                .containsAll(keys("delivery.", DeliveryState.values(), ""))
                .containsAll(keys("delivery.", DeliveryState.values(), ".text"))
                .containsAll(keys("receipt.", Receipt.values(), ""))
                .containsAll(keys("refusal.", SignatureCheck.values(), ""))
                .containsAll(keys("reconciliation.fault.", ReconciliationFault.values(), ""))
                .containsAll(keys("connections.refused.", UnusableConnectionException.Reason.values(), ""))
                .containsAll(Stream.of(Platform.values())
                        .filter(platform -> platform.isApiNeeded() || platform.isReconciled())
                        .flatMap(platform -> Stream.of("text", "none", "base")
                                .map(text -> "connection.api." + text + "." + platform))
                        .toList());
    }

    @Test
    void every_state_format_parameter_and_fault_of_an_import_has_its_words() {
        assertThat(english.keySet())
                .containsAll(keys("imports.state.", ImportState.values(), ""))
                .containsAll(keys("imports.format.", ImportFormat.values(), ""))
                .containsAll(keys("imports.failure.", FileFault.values(), ""))
                .containsAll(Stream.of(ImportFormat.values())
                        .map(format -> "imports.about." + format.label())
                        .toList())
                .containsAll(Stream.of(ImportFormat.values())
                        .flatMap(format -> format.parameters().stream())
                        .map(parameter -> "imports.option." + parameter)
                        .toList());
    }

    @Test
    void one_is_not_many() {
        assertThat(MessageFormat.format(english.getString("topic.total"), 1L)).isEqualTo("1 question");
        assertThat(new MessageFormat(english.getString("topic.total"), Locale.ENGLISH).format(new Object[] {1_200L}))
                .isEqualTo("1,200 questions");
        assertThat(MessageFormat.format(english.getString("topic.state.REOPENED"), 1))
                .isEqualTo("reopened once");
        assertThat(MessageFormat.format(french.getString("topic.state.REOPENED"), 3))
                .isEqualTo("rouvert 3 fois");
    }

    private static List<String> keys(String before, Enum<?>[] constants, String after) {
        return Stream.of(constants)
                .map(constant -> before + constant.name() + after)
                .toList();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", locale);
    }
}
