package org.answerloop.system.inside;

import java.util.List;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;

import org.answerloop.conversation.application.TicketLinks;
import org.answerloop.conversation.model.TicketHosts;
import org.answerloop.gap.model.QuestionFilter.Which;
import org.answerloop.system.inside.TopicStock.Stocked;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which tickets are linked, and who decides it. */
@ExtendWith(ArquillianExtension.class)
class TicketLinksIT {

    @EJB
    private TicketLinks tickets;

    @Inject
    private TopicEditing editing;

    @Inject
    private Staff staff;

    @BeforeEach
    void edgarHasASeat() {
        staff.onlySeatsAreOf("edgar");
    }

    @Test
    void a_ticket_that_leads_elsewhere_than_to_https_is_no_link() {
        Stocked one = editing.topic(1);
        assertThat(editing.rows()
                        .count(
                                "select count(*) from conversation where id = ? and ticket_url like 'javascript:%'",
                                one.questions().get(0)))
                .isEqualTo(1);
        assertThat(editing.questions(one, Which.ALL))
                .allSatisfy(question -> assertThat(question.ticketAddress()).isEmpty());
    }

    @Test
    void whose_tickets_are_linked_administrators_alone_decide() {
        for (String login : List.of("maya", "vera", "edgar")) {
            assertThatThrownBy(() -> editing.does(login, () -> tickets.decide("desk.example")))
                    .isInstanceOf(EJBAccessException.class);
        }
        assertThatThrownBy(() -> tickets.hosts()).isInstanceOf(EJBAccessException.class);
        editing.does("ada", () -> tickets.decide(" Desk.example\n*.helpdesk.example "));
        editing.does("ada", () -> tickets.decide("*.helpdesk.example desk.example"));
        assertThat(editing.as("vera", () -> tickets.hosts().text())).isEqualTo("desk.example\n*.helpdesk.example");
        editing.does("ada", () -> tickets.decide(""));
        assertThat(editing.as("vera", () -> tickets.hosts())).isEqualTo(TicketHosts.ANY);
        assertThat(editing.rows()
                        .of("select concat(who, ': ', coalesce(before_it, ''), ' -> ', coalesce(after_it, ''))"
                                + " from audit_entry where action = 'ticket_links.decided' order by id"))
                .containsExactly(
                        "ada:  -> desk.example\n*.helpdesk.example", "ada: desk.example\n*.helpdesk.example -> ");
    }
}
