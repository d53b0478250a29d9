package org.answerloop.web.reporting;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.export.application.PageFilters;
import org.answerloop.export.model.PageFilter;
import org.answerloop.export.model.PageState;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.subscription.application.SubscriptionView;
import org.answerloop.subscription.application.SubscriptionView.LastMail;
import org.answerloop.subscription.application.Subscriptions;
import org.answerloop.subscription.model.MailState;
import org.answerloop.subscription.model.Rhythm;
import org.answerloop.subscription.model.Schedule;

/**
 * The page {@code subscriptions.xhtml}: the person's subscriptions, and a form for one of the page whose parameters stand
 * in the address.
 */
@Named
@RequestScoped
public class SubscriptionsPage {

    private static final int HOURS = 24;

    private Subscriptions subscriptions;
    private PageFilters filters;
    private Settings settings;
    private Texts texts;
    private PageState page;
    private List<SubscriptionView> list;
    private String problem;
    private String done;

    /** For the proxy. */
    protected SubscriptionsPage() {}

    /** What the page is made with. */
    @Inject
    public SubscriptionsPage(
            Subscriptions subscriptions,
            PageFilters filters,
            Settings settings,
            Texts texts,
            HttpServletRequest request) {
        this.subscriptions = subscriptions;
        this.filters = filters;
        this.settings = settings;
        this.texts = texts;
        this.page = PageStates.of(request, PageFilter.PARAMETERS);
    }

    /** Asks for everything that the page shows. */
    public void load() {
        list = subscriptions.list();
    }

    public List<SubscriptionView> getList() {
        return list;
    }

    /** Whether this server was told how to send mail. */
    public boolean isAvailable() {
        return subscriptions.areAvailable();
    }

    /** What would be sent, in the words of its filter. */
    public String getWish() {
        return words(page);
    }

    /** The state of the page that would be sent. */
    public String getPageText() {
        return page.text();
    }

    /** Which page it is, in the words of its filter. */
    public String words(PageState state) {
        PageFilter filter = filters.of(state);
        ReportFilter reports = filter.filter();
        String dates = filter.preset()
                .map(preset -> texts.of("filter.dates." + preset.code()))
                .orElseGet(
                        () -> texts.formats().range(reports.from(), reports.to().minusDays(1)));
        StringBuilder words = new StringBuilder(dates);
        words.append(" · ")
                .append(texts.of("filter.bucket"))
                .append(' ')
                .append(texts.of("filter.bucket." + reports.bucket().name().toLowerCase(Locale.ROOT)));
        if (reports.channel() != null) {
            words.append(" · ").append(texts.labels().channel(reports.channel()));
        }
        if (reports.agent() != null) {
            words.append(" · ").append(reports.agent());
        }
        if (reports.language() != null) {
            words.append(" · ").append(texts.labels().language(reports.language()));
        }
        state.of("compare").ifPresent(with -> words.append(" · ").append(texts.of("subscriptions.compare." + with)));
        return words.toString();
    }

    /** When its mails come: every Monday at 08:00. */
    public String rhythm(SubscriptionView subscription) {
        Schedule schedule = subscription.schedule();
        String hour = hour(schedule.hour());
        return switch (schedule.rhythm()) {
            case DAILY -> texts.of("subscriptions.daily", hour);
            case WEEKLY -> texts.of("subscriptions.weekly", texts.formats().dayOfWeek(schedule.dayOfWeek()), hour);
            case MONTHLY -> texts.of("subscriptions.monthly", schedule.dayOfMonth(), hour);
        };
    }

    /** What became of the latest mail; empty before the first. */
    public String last(SubscriptionView subscription) {
        LastMail mail = subscription.last();
        if (mail == null) {
            return "";
        }
        String at = texts.formats().moment(mail.at());
        if (mail.state() == MailState.SENT) {
            return texts.of("subscriptions.sent", at);
        }
        if (mail.failure() == null) {
            return texts.of(mail.state() == MailState.WAITING ? "subscriptions.sending" : "subscriptions.unsent");
        }
        String why = texts.of("subscriptions.failure." + mail.failure());
        return mail.state() == MailState.WAITING
                ? texts.of("subscriptions.again", why, at)
                : texts.of("subscriptions.given_up", why);
    }

    public List<Rhythm> getRhythms() {
        return List.of(Rhythm.WEEKLY, Rhythm.DAILY, Rhythm.MONTHLY);
    }

    /** The days of the week, in the order of the reporting week. */
    public List<DayOfWeek> getWeekdays() {
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(settings.weekStart()::plus)
                .toList();
    }

    public List<Integer> getMonthdays() {
        return IntStream.rangeClosed(1, Schedule.LAST_DAY_OF_MONTH).boxed().toList();
    }

    public List<Integer> getHours() {
        return IntStream.range(0, HOURS).boxed().toList();
    }

    /** An hour as it is written. */
    public String hour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    /** The zone of the hours. */
    public String getZone() {
        return settings.zone().getId();
    }

    /** What could not be done, as the end of its key; null where nothing was refused. */
    public String getProblem() {
        return problem != null && texts.has("subscriptions.problem." + problem) ? problem : null;
    }

    public void setProblem(String problem) {
        this.problem = problem;
    }

    /** What was done, as the end of its key; null where nothing was. */
    public String getDone() {
        return done != null && texts.has("subscriptions.done." + done) ? done : null;
    }

    public void setDone(String done) {
        this.done = done;
    }
}
