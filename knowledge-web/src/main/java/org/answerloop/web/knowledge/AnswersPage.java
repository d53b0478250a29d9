package org.answerloop.web.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.answer.application.AnswerCatalogue;
import org.answerloop.answer.application.AnswerUses;
import org.answerloop.answer.model.AnswerFilter;
import org.answerloop.answer.model.AnswerList;
import org.answerloop.answer.model.AnswerState;
import org.answerloop.answer.model.AnswerUse;
import org.answerloop.answer.model.ShortAnswer;
import org.answerloop.settings.Settings;
import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterChip.Choice;
import org.answerloop.web.filter.FilterQuery;

/** The short answers. The address holds which are listed, what they are narrowed to and where the page begins. */
@Named
@RequestScoped
public class AnswersPage {

    private static final String PAGE = "answers.xhtml";
    private static final int ROWS = 50;

    private AnswerCatalogue catalogue;
    private AnswerUses answerUses;
    private Words words;
    private LocalDate today;
    private FilterQuery query = FilterQuery.NONE;
    private String after;
    private AskedPage<AnswerList> page;
    private Map<Long, AnswerUse> uses;

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
            return AddressCode.of(this);
        }
    }

    /** For the proxy. */
    protected AnswersPage() {}

    @Inject
    public AnswersPage(
            AnswerCatalogue catalogue,
            AnswerUses answerUses,
            Words words,
            Clock clock,
            Settings settings,
            FacesContext context) {
        this.catalogue = catalogue;
        this.answerUses = answerUses;
        this.words = words;
        this.today = LocalDate.now(clock.withZone(settings.zone()));
        Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
        for (String name : new String[] {"list", "q", "language", "owner"}) {
            this.query = query.with(name, parameters.get(name));
        }
        this.after = parameters.get("after");
    }

    /** The page that the address asks for; where that is not there, or no longer, the first. */
    public AnswerList getList() {
        return page().list();
    }

    private AskedPage<AnswerList> page() {
        if (page == null) {
            AnswerFilter filter = filter();
            page = AskedPage.read(after, cursor -> catalogue.list(filter, cursor, ROWS), AnswerList::rows);
        }
        return page;
    }

    private AnswerFilter filter() {
        Listing chosen = chosen();
        return new AnswerFilter(
                query.given().get("q"),
                query.given().get("language"),
                chosen.state,
                query.given().get("owner"),
                chosen == Listing.DUE ? today : null);
    }

    /** All, where the address names none that there is. */
    private Listing chosen() {
        return AddressCode.read(query.given().get("list"), Listing.ALL);
    }

    /** How many replies cited it. */
    public long uses(ShortAnswer answer) {
        if (uses == null) {
            uses = answerUses.of(getList().rows().stream().map(ShortAnswer::id).toList());
        }
        return uses.getOrDefault(answer.id(), AnswerUse.NONE).replies();
    }

    /** One for each list, by which it is shown. */
    public List<Choice> getListings() {
        return chips().lists("list", chosen(), each -> words.of("answers.list." + each.getCode()));
    }

    /** Language and owner. */
    public List<FilterChip> getNarrowing() {
        AnswerCatalogue.Choices choices = catalogue.choices();
        return List.of(
                chip("language", choices.languages(), words.labels()::language),
                chip("owner", choices.owners(), owner -> owner));
    }

    private FilterChip chip(String key, List<String> codes, UnaryOperator<String> label) {
        return chips().chip(key, words.of("answers.filter.all." + key), codes, label);
    }

    private Chips chips() {
        return new Chips(query, PAGE);
    }

    /** Whether somebody has to look whether it still holds. */
    public boolean isDue(ShortAnswer answer) {
        return answer.state() != AnswerState.ARCHIVED
                && answer.reviewOn().filter(date -> !date.isAfter(today)).isPresent();
    }

    /** Whether anything narrows the list that was chosen. */
    public boolean isNarrowed() {
        return !query.with("list", null).given().isEmpty();
    }

    /** Whether there is not a single answer outside the archive. */
    public boolean isWithoutData() {
        return chosen() == Listing.ALL && !isNarrowed() && getList().total() == 0;
    }

    public FilterQuery getQuery() {
        return query;
    }

    /** What the form of the search keeps. */
    public List<Map.Entry<String, String>> getKeptWithSearch() {
        return List.copyOf(query.with("q", null).given().entrySet());
    }

    /** The same list without any filter. */
    public String getClearAddress() {
        return FilterQuery.NONE.with("list", query.given().get("list")).on(PAGE);
    }

    public Paging getPaging() {
        return new Paging(query, PAGE, page().after(), page().list().next());
    }
}
