package org.answerloop.web.reporting;

import java.util.Locale;
import java.util.ResourceBundle;

import org.answerloop.conversation.model.ConversationState;
import org.answerloop.report.model.Preset;
import org.answerloop.resolution.model.Criterion;
import org.answerloop.view.model.UnusableViewException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReportingBundlesTest {

    private static final String NAME = "org.answerloop.web.reporting.reporting";

    private final ResourceBundle english = ResourceBundle.getBundle(NAME, Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void every_section_has_a_title(Section section) {
        assertThat(english.keySet()).contains(section.getTitleKey());
    }

    @ParameterizedTest
    @EnumSource
    void every_period_has_a_name(Preset preset) {
        assertThat(english.keySet()).contains("filter.dates." + preset.code());
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_of_a_view_has_a_sentence(UnusableViewException.Reason reason) {
        assertThat(english.keySet()).contains("views.refused." + reason);
    }

    @ParameterizedTest
    @EnumSource
    void every_criterion_has_a_sentence_for_either_finding(Criterion criterion) {
        assertThat(english.keySet()).contains("finding." + criterion + ".met", "finding." + criterion + ".not_met");
    }

    @ParameterizedTest
    @EnumSource
    void every_state_has_a_word(ConversationState state) {
        assertThat(english.keySet()).contains("state." + state);
    }
}
