package org.answerloop.conversation.application;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.kernel.Sql;

/**
 * The channels whose conversations count nowhere. They are still taken in and get their verdicts, so that counting them
 * again is a change of mind and nothing more.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class ExcludedChannels {

    /** In the audit. */
    public static final String EXCLUDED = "channel.excluded";

    /** In the audit. */
    public static final String INCLUDED = "channel.included";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<EligibilityChanged> changed;

    /** In alphabetical order. */
    public List<String> list() {
        return new Sql()
                .add("select channel from excluded_channel order by channel")
                .list(dataSource, row -> row.getString("channel"));
    }

    /** From now on conversations on it count nowhere, those of the past included. */
    public void exclude(String channel) {
        change(
                EXCLUDED,
                channel,
                new Sql().add("insert into excluded_channel (channel) values (?) on conflict do nothing", channel));
    }

    /** From now on conversations on it count again, those of the past included. */
    public void include(String channel) {
        change(INCLUDED, channel, new Sql().add("delete from excluded_channel where channel = ?", channel));
    }

    private void change(String action, String channel, Sql statement) {
        String before = all(list());
        if (statement.update(dataSource) > 0) {
            audit.record(action, channel, before, all(list()));
            changed.fire(new EligibilityChanged());
        }
    }

    private static String all(List<String> channels) {
        return channels.isEmpty() ? null : String.join(", ", channels);
    }
}
