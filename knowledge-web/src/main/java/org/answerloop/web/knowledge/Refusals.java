package org.answerloop.web.knowledge;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.answerloop.access.model.NoSeatException;
import org.answerloop.answer.model.OvertakenException;
import org.answerloop.answer.model.UnusableAnswerException;
import org.answerloop.answer.model.Wording;
import org.answerloop.gap.model.Topic;
import org.answerloop.gap.model.TopicChangedException;
import org.answerloop.gap.model.TopicRefusedException;
import org.answerloop.settings.Settings;

/** Says why a topic was not changed, and what to do. */
@RequestScoped
public class Refusals {

    private Words words;
    private Settings settings;

    /** For the proxy. */
    protected Refusals() {}

    @Inject
    public Refusals(Words words, Settings settings) {
        this.words = words;
        this.settings = settings;
    }

    /**
     * Does something that may be refused.
     *
     * @return null where it was done; else why not, in a sentence
     */
    public String of(Runnable change) {
        try {
            change.run();
            return null;
        } catch (TopicChangedException overtaken) {
            String how = overtaken.by() == null ? "again" : overtaken.state().name();
            return words.of(
                    "topic.overtaken." + how, overtaken.by(), words.formats().moment(overtaken.at()));
        } catch (TopicRefusedException refused) {
            return words.of("topic.refused." + refused.reason(), Topic.TITLE, Topic.REASON);
        } catch (UnusableAnswerException refused) {
            return words.of("answer.refused." + refused.reason(), Wording.QUESTION, Wording.ANSWER);
        } catch (OvertakenException overtaken) {
            return words.of("answer.overtaken", overtaken.by(), words.formats().moment(overtaken.at()));
        } catch (NoSeatException withoutSeat) {
            return words.of("editing.missing.seat", settings.seats());
        } catch (EJBAccessException withoutRole) {
            return words.of("editing.missing.role");
        }
    }
}
