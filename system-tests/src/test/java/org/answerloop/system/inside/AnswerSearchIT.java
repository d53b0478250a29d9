package org.answerloop.system.inside;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.AnswerIndex;
import org.answerloop.answer.application.AnswerSearch;
import org.answerloop.answer.application.ShortAnswers;
import org.answerloop.answer.model.FoundAnswer;
import org.answerloop.answer.model.FoundAnswers;
import org.answerloop.answer.model.Wording;
import org.answerloop.embedding.application.EmbeddingModel;
import org.answerloop.system.server.Eventually;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** What is published is found by its words and by what it means, with the model that ships. */
@ExtendWith(ArquillianExtension.class)
class AnswerSearchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @EJB
    private ShortAnswers answers;

    @EJB
    private AnswerCatalogue catalogue;

    @EJB
    private AnswerSearch search;

    @Inject
    private Staff staff;

    @EJB
    private EmbeddingModel model;

    @Inject
    private AnswerIndex index;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    private Rows rows;

    @BeforeEach
    void edgarHasASeat() {
        rows = new Rows(database);
        staff.onlySeatsAreOf("edgar");
        model.load();
    }

    @Test
    void what_is_asked_in_other_words_is_found_and_what_nobody_answered_is_not() {
        long refund = write("When will I get my money back?", "Within ten days.", "en");
        long dog = write("Are pets allowed on board?", "Small ones, in a bag.", "en");
        long french = write("Puis-je emmener mon chien ?", "Oui, dans un sac.", "fr");
        assertThat(areUnderstood()).isTrue();

        FoundAnswers found = search.search("How long does a refund take?", "en-GB", 5);
        assertThat(found.ranking()).isEqualTo(FoundAnswers.Ranking.WORDS_AND_MEANING);
        assertThat(found.list().get(0).id()).isEqualTo(refund);
        assertThat(found.list().get(0).similarity()).isBetween(0.3, 1.0);
        assertThat(first(search.search("May I bring my puppy?", "en", 5).list()))
                .isEqualTo(dog);
        assertThat(first(search.search("mon chien peut-il monter ?", "fr", 5).list()))
                .isEqualTo(french);
        assertThat(search.search("mon chien peut-il monter ?", "de", 5).list()).isEmpty();

        assertThat(first(search.similar("When do I get my money back?", "en", 3)))
                .isEqualTo(refund);
        assertThat(search.similar("Which wine goes with fish?", "en", 3)).isEmpty();
        assertThat(search.similar(" ", "en", 3)).isEmpty();
        assertThat(search.similar("money back ".repeat(500), "nonsense language", 3))
                .hasSizeLessThan(4);
    }

    @Test
    void a_change_is_found_at_once_and_what_the_model_said_is_kept_with_the_revision() {
        long id = write("Do you rent tents?", "Yes.", "en");
        assertThat(areUnderstood()).isTrue();

        DemoUser.does("edgar", request, () -> {
            long version = catalogue.find(id).orElseThrow().version();
            answers.publish(id, version, new Wording("Do you rent canoes?", "Yes.", "en"));
            return id;
        });

        assertThat(Eventually.within(
                        PATIENCE,
                        () -> search.search("canoes", "en", 5).list().stream().anyMatch(found -> found.id() == id)))
                .isTrue();
        assertThat(areUnderstood()).isTrue();
        assertThat(rows.of("select revision from short_answer_vector where answer_id = ? order by revision", id))
                .containsExactly("1", "2");
        assertThat(search.search("Can one hire a rowing boat?", "en", 1).list())
                .extracting(FoundAnswer::revision)
                .containsExactly(2);
    }

    /** Every one that is published is in the index, with what it means. */
    private boolean areUnderstood() {
        return Eventually.within(
                PATIENCE,
                () -> index.count() == rows.count("select count(*) from short_answer where state = 'PUBLISHED'")
                        && index.countWithoutMeaning() == 0);
    }

    private static long first(List<FoundAnswer> found) {
        return found.isEmpty() ? 0 : found.get(0).id();
    }

    private long write(String question, String answer, String language) {
        return DemoUser.does("edgar", request, () -> answers.write(new Wording(question, answer, language)));
    }
}
