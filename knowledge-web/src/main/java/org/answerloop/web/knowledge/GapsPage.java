package org.answerloop.web.knowledge;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.Topics;
import org.answerloop.gap.model.TopicFilter;
import org.answerloop.gap.model.TopicList;
import org.answerloop.gap.model.TopicRow;
import org.answerloop.gap.model.TopicSelection;
import org.answerloop.report.application.Reports;
import org.answerloop.report.model.MetricTexts;
import org.answerloop.settings.Settings;
import org.answerloop.web.filter.FilterChip;
import org.answerloop.web.filter.FilterQuery;

/**
 * The topics of the questions that were not answered, those first that cost the most. The address holds the filter and where
 * the page begins; the form sends both along, since they are read before anything is done to the topics that were ticked.
 */
@Named
@RequestScoped
public class GapsPage {

    private static final int ROWS = 50;

    private Topics topics;
    private Reports reports;
    private Words words;
    private ZoneId zone;
    private GapsFilter filter;
    private String after;
    private AskedPage<TopicList> page;
    private List<FilterChip> narrowing;

    /** For the proxy. */
    protected GapsPage() {}

    @Inject
    public GapsPage(Topics topics, Reports reports, Words words, Settings settings, FacesContext context) {
        this.topics = topics;
        this.reports = reports;
        this.words = words;
        this.zone = settings.zone();
        Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
        this.filter = GapsFilter.of(parameters);
        this.after = parameters.get("after");
    }

    /** The page that the address asks for; where that is not there, or no longer, the first. */
    public TopicList getList() {
        return page().list();
    }

    private AskedPage<TopicList> page() {
        if (page == null) {
            page = AskedPage.read(after, cursor -> topics.list(filter.topics(zone), cursor, ROWS), TopicList::rows);
        }
        return page;
    }

    /** From now on the list is as it is by then. */
    void reread() {
        page = null;
    }

    /** Whether there is not a single topic, settled or not. */
    public boolean isWithoutData() {
        return getList().rows().isEmpty()
                && topics.list(new TopicFilter(TopicSelection.ALL, null, null, null, null, null, null), null, 1)
                        .rows()
                        .isEmpty();
    }

    /** What is listed, without the filters: empty lists say so in their own words. */
    public String getSelection() {
        return AddressCode.of(filter.selection());
    }

    /** Whether what is listed can be dismissed, merged and snoozed: what is settled cannot, before it is open again. */
    public boolean isSettling() {
        return filter.selection() != TopicSelection.RESOLVED && filter.selection() != TopicSelection.DISMISSED;
    }

    public boolean isNarrowed() {
        return filter.isNarrowed();
    }

    public FilterChip getStates() {
        return bar().states();
    }

    public FilterChip getDates() {
        return bar().dates();
    }

    public List<FilterChip> getNarrowing() {
        if (narrowing == null) {
            narrowing = bar().narrowing(topics.languages(), reports.choices());
        }
        return narrowing;
    }

    private GapsBar bar() {
        return new GapsBar(filter, words);
    }

    /** What stands behind the "i" of the impact. */
    public MetricTexts.Explanation getImpact() {
        return MetricTexts.in(words.locale()).topicImpact();
    }

    /** The page of a topic, which leads back to this list. */
    public String address(TopicRow topic) {
        return FilterQuery.NONE
                .with("id", topic.id())
                .with("list", filter.query().with("after", page().after()).text())
                .on("topic.xhtml");
    }

    /** The same topic as a check box sends it. */
    public String chosen(TopicRow topic) {
        return ChosenTopic.of(topic).toString();
    }

    /** What the form of the dates keeps. */
    public List<Map.Entry<String, String>> getKeptWithDates() {
        return List.copyOf(
                filter.query().with("from", null).with("until", null).given().entrySet());
    }

    /** What the form of the search keeps. */
    public List<Map.Entry<String, String>> getKeptWithSearch() {
        return List.copyOf(filter.query().with("q", null).given().entrySet());
    }

    /** What the form of the list sends along. */
    public List<Map.Entry<String, String>> getKept() {
        return List.copyOf(filter.query().with("after", page().after()).given().entrySet());
    }

    public FilterQuery getQuery() {
        return filter.query();
    }

    /** The same state without any other filter. */
    public String getClearAddress() {
        return FilterQuery.NONE
                .with("state", filter.query().given().get("state"))
                .on(GapsBar.PAGE);
    }

    public Paging getPaging() {
        return new Paging(
                filter.query(), GapsBar.PAGE, page().after(), page().list().next());
    }
}
