package org.answerloop.web.knowledge;

import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.audit.application.AuditRecord;
import org.answerloop.audit.model.AuditEntry;
import org.answerloop.audit.model.AuditPage;
import org.answerloop.settings.Settings;
import org.answerloop.web.filter.FilterQuery;
import org.answerloop.web.preference.Preferences;

/** Who did what, when, and what was there before and after. The address holds what is searched for. */
@Named("auditPage")
@RequestScoped
public class AuditRecordPage {

    private static final int ROWS = 50;
    private static final Pattern WITH_A_PAGE = Pattern.compile("(topic|answer)/([0-9]{1,18})");

    private AuditRecord auditRecord;
    private Settings settings;
    private ResourceBundle bundle;
    private String words;
    private String area;
    private String from;
    private String until;
    private String after;
    private AskedPage<AuditPage> page;

    /** What the actions are about: the first part of their names. */
    public enum Area {
        ANSWER,
        API_KEY,
        AUDIT,
        CHANNEL,
        CONNECTION,
        CONVERSATION,
        CONVERSATIONS,
        DELIVERY,
        EVENT,
        IMPORT,
        REPORT,
        ROLLUP,
        SEAT,
        SIGN_IN,
        SIGNALS,
        SUBSCRIPTION,
        TICKET_LINKS,
        TOPIC,
        TOPICS,
        VERDICT;

        /** As the address, the record and the bundle name it. */
        public String getCode() {
            return AddressCode.of(this);
        }
    }

    /** For the proxy. */
    protected AuditRecordPage() {}

    @Inject
    public AuditRecordPage(AuditRecord auditRecord, Settings settings, Preferences preferences) {
        this.auditRecord = auditRecord;
        this.settings = settings;
        this.bundle = ResourceBundle.getBundle("org.answerloop.web.knowledge.knowledge", preferences.getLocale());
    }

    /** Reads the page that the address asks for; where that is not there, the first. */
    public void load() {
        AuditPeriod period = new AuditPeriod(words, area, from, until);
        page = AskedPage.read(
                after, cursor -> auditRecord.list(period.in(settings.zone()), cursor, ROWS), AuditPage::entries);
    }

    /** In words, where the page has any for it. */
    public String action(AuditEntry entry) {
        String key = "audit.action." + entry.action();
        return bundle.containsKey(key) ? bundle.getString(key) : entry.action();
    }

    /** Where the topic or the short answer is that it was done to; null where it was done to something else. */
    public String address(AuditEntry entry) {
        Matcher subject = WITH_A_PAGE.matcher(entry.subject());
        return subject.matches() ? subject.group(1) + ".xhtml?id=" + subject.group(2) : null;
    }

    public List<Area> getAreas() {
        return Stream.of(Area.values()).toList();
    }

    public AuditPage getPage() {
        return page.list();
    }

    public Paging getPaging() {
        FilterQuery query = FilterQuery.NONE
                .with("q", words)
                .with("area", area)
                .with("from", from)
                .with("until", until);
        return new Paging(query, "audit.xhtml", page.after(), page.list().next());
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return Stream.of(words, area, from, until).anyMatch(text -> text != null && !text.isBlank());
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getArea() {
        return area;
    }

    public void setArea(String area) {
        this.area = area;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
