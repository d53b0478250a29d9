package org.answerloop.report.model;

import java.util.Locale;

import org.answerloop.report.model.MetricTexts.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricTextsTest {

    @ParameterizedTest
    @EnumSource
    void every_metric_is_explained_and_every_key_has_a_name(Metric metric) {
        MetricTexts texts = MetricTexts.in(Locale.FRENCH);
        Explanation explanation = texts.explanation(metric);

        assertThat(explanation.title()).isNotBlank();
        assertThat(texts.series(metric)).isNotBlank();
        assertThat(texts.counted(metric)).contains("{0");
        assertThat(texts.numerator(metric).isPresent()).isEqualTo(metric.unit() == Unit.RATIO);
        assertThat(texts.denominator(metric).isPresent()).isEqualTo(metric.unit() != Unit.COUNT);
        assertThat(explanation.over() != null).isEqualTo(metric.unit() != Unit.COUNT);
        assertThat(metric.keys().keySet())
                .allSatisfy(key -> assertThat(texts.key(metric, key)).isPresent());
        assertThat(metric.parts().keySet())
                .allSatisfy(key -> assertThat(texts.key(metric, key)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void every_figure_of_the_impact_is_explained(ImpactFigure figure) {
        MetricTexts texts = MetricTexts.in(Locale.CANADA_FRENCH);

        assertThat(texts.explanation(figure).title()).isNotBlank();
        assertThat(texts.counted(figure)).contains("{0");
        assertThat(texts.explanation(figure).over() != null)
                .isEqualTo(figure.formula().unit() != Unit.COUNT);
    }

    @Test
    void what_a_topic_costs_is_explained() {
        assertThat(MetricTexts.in(Locale.FRENCH).topicImpact().title()).isEqualTo("Impact d’un sujet");
        assertThat(MetricTexts.in(Locale.ENGLISH).topicImpact().over()).isNotBlank();
    }

    @Test
    void a_language_without_texts_reads_english() {
        assertThat(MetricTexts.in(Locale.JAPANESE).explanation(Metric.HANDLED).title())
                .isEqualTo("Conversations handled");
    }
}
