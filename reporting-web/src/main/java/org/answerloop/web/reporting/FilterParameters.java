package org.answerloop.web.reporting;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Comparison;
import org.answerloop.report.model.Preset;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.report.model.ReportingPeriod;
import org.answerloop.report.model.UnusableFilterException;
import org.answerloop.settings.Settings;
import org.answerloop.web.filter.FilterQuery;

/**
 * The filter as it stands in the address of a page: {@code period} (which goes with the time) or {@code from} and {@code
 * until} (the last day, included), {@code bucket}, {@code channel}, {@code agent}, {@code language}, and what it is
 * compared with: {@code compare}. What is missing takes its default; what cannot be used does too, and the page says so.
 */
@Named("filter")
@RequestScoped
public class FilterParameters {

    /** All of them, in the order in which they stand in an address. */
    static final List<String> NAMES =
            List.of("period", "from", "until", "bucket", "channel", "agent", "language", "compare");

    private String period;
    private String from;
    private String until;
    private String bucket;
    private String channel;
    private String agent;
    private String language;
    private String compare;

    private Settings settings;
    private Clock clock;
    private boolean unusable;

    /** For the proxy. */
    protected FilterParameters() {}

    /** Takes the defaults from the settings and today's date from the clock. */
    @Inject
    public FilterParameters(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The filter that the reports understand. */
    public ReportFilter toReportFilter() {
        try {
            ReportingPeriod dates = dates();
            return reportFilter(dates, bucketOf(dates));
        } catch (DateTimeException | IllegalArgumentException | UnusableFilterException refused) {
            unusable = true;
            period = null;
            from = null;
            until = null;
            bucket = null;
            return reportFilter(byDefault(), byDefault().bestBucket());
        }
    }

    /** The parameters that were given, for the other choices of the same page: what was not chosen stays by default. */
    public FilterQuery toQuery() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("period", period);
        given.put("from", from);
        given.put("until", until);
        given.put("bucket", bucket);
        given.put("channel", channel);
        given.put("agent", agent);
        given.put("language", language);
        given.put("compare", compare);
        return new FilterQuery(given);
    }

    /** The whole filter with its dates said, for addresses that have to mean the same also when they are opened later. */
    FilterQuery toFixedQuery(ReportFilter filter) {
        return fixed(filter).with("compare", compare);
    }

    /** The parameters of the reports page, read from the query of its address; what it does not know is dropped. */
    static FilterQuery read(String query) {
        return FilterQuery.read(query, NAMES);
    }

    /** The whole filter, also what it took by default: such an address means the same dates also when opened later. */
    private static FilterQuery fixed(ReportFilter filter) {
        return FilterQuery.NONE
                .with("from", filter.from())
                .with("until", filter.to().minusDays(1))
                .with("bucket", filter.bucket().name().toLowerCase(Locale.ROOT))
                .with("channel", filter.channel())
                .with("agent", filter.agent())
                .with("language", filter.language());
    }

    /** Today, in the reporting zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    /** Whether the dates or the bucket of the address could not be used. */
    public boolean isUnusable() {
        return unusable;
    }

    /** The earlier time that stands behind the current one; empty where there is none, or none that reports have. */
    public Optional<Comparison> comparison(ReportFilter filter) {
        try {
            return ComparedWith.named(compare)
                    .map(chosen -> Comparison.of(chosen.kind(), filter, settings.weekStart()));
        } catch (UnusableFilterException before) {
            return Optional.empty();
        }
    }

    private ReportingPeriod dates() {
        if (isGiven(period)) {
            return Preset.of(period).orElseThrow(IllegalArgumentException::new).on(today(), settings.weekStart());
        }
        LocalDate last = isGiven(until) ? LocalDate.parse(until) : today();
        LocalDate first = isGiven(from)
                ? LocalDate.parse(from)
                : ReportingPeriod.byDefault(last, settings.weekStart()).from();
        return new ReportingPeriod(first, last);
    }

    private ReportingPeriod byDefault() {
        return ReportingPeriod.byDefault(today(), settings.weekStart());
    }

    private Bucket bucketOf(ReportingPeriod dates) {
        return isGiven(bucket) ? Bucket.valueOf(bucket.toUpperCase(Locale.ROOT)) : dates.bestBucket();
    }

    private ReportFilter reportFilter(ReportingPeriod dates, Bucket width) {
        return new ReportFilter(dates.from(), dates.until().plusDays(1), width, channel, agent, language);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
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

    public String getBucket() {
        return bucket;
    }

    public void setBucket(String bucket) {
        this.bucket = bucket;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getAgent() {
        return agent;
    }

    public void setAgent(String agent) {
        this.agent = agent;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public String getCompare() {
        return compare;
    }

    public void setCompare(String compare) {
        this.compare = compare;
    }
}
