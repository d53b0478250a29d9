package org.answerloop.conversation.application;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

import org.answerloop.access.model.Role;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.conversation.model.TicketHosts;
import org.answerloop.kernel.Sql;

/** Of which hosts tickets are linked, for everybody who sees tickets; administrators decide it. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class TicketLinks {

    /** In the audit. */
    public static final String DECIDED = "ticket_links.decided";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    @Inject
    private AuditTrail audit;

    /** For the container. */
    public TicketLinks() {}

    /** Only to read. */
    public TicketLinks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @RolesAllowed({Role.ADMINISTRATOR, Role.EDITOR, Role.MANAGER, Role.VIEWER})
    public TicketHosts hosts() {
        return TicketHosts.of(
                new Sql().add("select host from ticket_host").list(dataSource, row -> row.getString("host")));
    }

    /**
     * From now on, on all servers.
     *
     * @param written as {@link TicketHosts#read} reads it; blank for every host
     * @throws org.answerloop.conversation.model.UnusableTicketHostException when it is not that
     */
    public void decide(String written) {
        TicketHosts wanted = TicketHosts.read(written);
        TicketHosts before = hosts();
        if (wanted.equals(before)) {
            return;
        }
        new Sql().add("delete from ticket_host").update(dataSource);
        List<Object[]> rows =
                wanted.hosts().stream().map(host -> new Object[] {host.text()}).toList();
        Sql.updateAll(dataSource, "insert into ticket_host (host) values (?) on conflict do nothing", rows);
        audit.record(DECIDED, "ticket_links", before.text(), wanted.text());
    }
}
