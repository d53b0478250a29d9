package org.answerloop.web.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ResourceBundle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.AnswersThatWork;
import org.answerloop.gap.model.AnswerAtWork;
import org.answerloop.gap.model.AnswersAtWork;
import org.answerloop.web.filter.FilterChip.Choice;
import org.answerloop.web.filter.FilterQuery;
import org.answerloop.web.preference.Preferences;
import org.answerloop.wording.Formats;

/** The answers that work, and those that do not. The address holds which of them are listed. */
@Named
@RequestScoped
public class WorkingPage {

    private AnswersThatWork answers;
    private Formats formats;
    private ResourceBundle words;
    private Instant now;
    private String listing;
    private AnswersAtWork list;

    /** Which answers the page lists. */
    public enum Listing {
        WORK(Boolean.TRUE),
        DO_NOT(Boolean.FALSE),
        TOO_EARLY(null);

        private final Boolean works;

        Listing(Boolean works) {
            this.works = works;
        }

        /** As the address and the bundle name it. */
        public String getCode() {
            return AddressCode.of(this);
        }
    }

    /** For the proxy. */
    protected WorkingPage() {}

    @Inject
    public WorkingPage(AnswersThatWork answers, Formats formats, Preferences preferences, Clock clock) {
        this.answers = answers;
        this.formats = formats;
        this.words = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
        this.now = clock.instant();
    }

    public AnswersAtWork getList() {
        if (list == null) {
            list = answers.list(getChosen().works);
        }
        return list;
    }

    /** One for each list, by which it is shown. */
    public List<Choice> getListings() {
        return new Chips(FilterQuery.NONE, "working.xhtml")
                .lists("list", getChosen(), each -> words.getString("working.list." + each.getCode()));
    }

    /** Those that work, where the address names none that there is. */
    public Listing getChosen() {
        return AddressCode.read(listing, Listing.WORK);
    }

    /** The criterion, with its numbers. */
    public String getCriterion() {
        return formats.text(
                words.getString("working.definition." + getChosen().getCode()),
                AnswerAtWork.ENOUGH,
                AnswerAtWork.DAYS,
                AnswerAtWork.WEEKS);
    }

    /** How often all conversations are resolved, as a sentence. */
    public String getOverall() {
        OptionalDouble overall = getList().overall();
        return formats.text(
                words.getString("working.overall"),
                formats.percent(overall.isPresent() ? overall.getAsDouble() : null),
                AnswerAtWork.DAYS);
    }

    public String rate(AnswerAtWork answer) {
        return formats.percent(
                answer.cited().resolutionRate().isPresent()
                        ? answer.cited().resolutionRate().getAsDouble()
                        : null);
    }

    public String before(AnswerAtWork answer) {
        return answer.answeredAt() == null ? Formats.NOTHING : perWeek(answer.beforeInAWeek());
    }

    public String after(AnswerAtWork answer) {
        return answer.afterInAWeek(now).isPresent()
                ? perWeek(answer.afterInAWeek(now).getAsDouble())
                : Formats.NOTHING;
    }

    private String perWeek(double perWeek) {
        return formats.text("{0,number,0.#}", perWeek);
    }

    public String getListing() {
        return listing;
    }

    public void setListing(String listing) {
        this.listing = listing;
    }
}
