package org.answerloop.web.knowledge;

import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.conversation.application.ExcludedChannels;
import org.answerloop.report.application.Reports;

/** The part of the page of the settings that says which channels count. */
@Named
@RequestScoped
public class ChannelsPart {

    private ExcludedChannels excluded;
    private Reports reports;
    private List<Channel> channels;

    /**
     * A channel.
     *
     * @param code as sources send it
     */
    public record Channel(String code, boolean excluded) {}

    /** For the proxy. */
    protected ChannelsPart() {}

    @Inject
    public ChannelsPart(ExcludedChannels excluded, Reports reports) {
        this.excluded = excluded;
        this.reports = reports;
    }

    /** Those that occur, and those that do not count, in alphabetical order. */
    public List<Channel> getChannels() {
        if (channels == null) {
            List<String> out = excluded.list();
            TreeSet<String> all = new TreeSet<>(out);
            all.addAll(reports.choices().channels());
            channels = all.stream()
                    .map(code -> new Channel(code, out.contains(code)))
                    .toList();
        }
        return channels;
    }

    /** Its conversations count nowhere from now on. */
    public void exclude(String channel) {
        excluded.exclude(channel);
        channels = null;
    }

    /** Its conversations count again. */
    public void include(String channel) {
        excluded.include(channel);
        channels = null;
    }
}
