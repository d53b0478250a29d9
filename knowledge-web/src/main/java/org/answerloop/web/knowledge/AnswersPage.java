package org.answerloop.web.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.AnswerUses;
import org.answerloop.answer.model.AnswerFilter;
import org.answerloop.answer.model.AnswerList;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.AnswerUse;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.kernel.UnknownCursorException;
import org.answerloop.settings.Settings;

/** The short answers. The address holds which are listed, what is searched for and where the page begins. */
@Named
@RequestScoped
public class AnswersPage {

    private static final int ROWS = 50;

    private AnswerCatalogue catalogue;
    private AnswerUses answerUses;
    private LocalDate today;
    private String listing;
    private String words;
    private String language;
    private String after;
    private AnswerList list;
    private Map<Long, AnswerUse> uses;
    private AnswerCatalogue.Choices choices;

    /** Which answers the page lists. */
    public enum Listing {
        ALL(null),
        DRAFT(AnswerState.DRAFT),
        PUBLISHED(AnswerState.PUBLISHED),
        DUE(null),
        ARCHIVED(AnswerState.ARCHIVED);

        private final AnswerState state;

        Listing(AnswerState state) {
            this.state = state;
        }

        /** As the address and the bundle name it. */
        public String getCode() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For the proxy. */
    protected AnswersPage() {}

    @Inject
    public AnswersPage(AnswerCatalogue catalogue, AnswerUses answerUses, Clock clock, Settings settings) {
        this.catalogue = catalogue;
        this.answerUses = answerUses;
        this.today = LocalDate.now(clock.withZone(settings.zone()));
    }

    /** Reads the page that the address asks for; where that is not there, or no longer, the first. */
    public void load() {
        choices = catalogue.choices();
        list = page();
        if (after != null && list.rows().isEmpty()) {
            after = null;
            list = page();
        }
        uses = answerUses.of(list.rows().stream().map(ShortAnswer::id).toList());
    }

    /** How many replies cited it. */
    public long uses(ShortAnswer answer) {
        return uses.getOrDefault(answer.id(), AnswerUse.NONE).replies();
    }

    private AnswerList page() {
        Listing chosen = getChosen();
        AnswerFilter filter =
                new AnswerFilter(words, language, chosen.state, null, chosen == Listing.DUE ? today : null);
        try {
            return catalogue.list(filter, after, ROWS);
        } catch (UnknownCursorException e) {
            after = null;
            return catalogue.list(filter, null, ROWS);
        }
    }

    public Listing[] getListings() {
        return Listing.values();
    }

    /** All, where the address names none that there is. */
    public Listing getChosen() {
        return Stream.of(Listing.values())
                .filter(candidate -> candidate.getCode().equals(listing))
                .findFirst()
                .orElse(Listing.ALL);
    }

    /** Whether somebody has to look whether it still holds. */
    public boolean isDue(ShortAnswer answer) {
        return answer.state() != AnswerState.ARCHIVED
                && answer.reviewOn().filter(date -> !date.isAfter(today)).isPresent();
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return getChosen() != Listing.ALL || words != null || language != null;
    }

    public AnswerList getList() {
        return list;
    }

    public AnswerCatalogue.Choices getChoices() {
        return choices;
    }

    public String getListing() {
        return listing;
    }

    public void setListing(String listing) {
        this.listing = listing;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
