package org.answerloop.system.inside;

import java.util.List;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.access.application.People;
import org.answerloop.access.application.Seats;

/** The demo users, and who of them has a seat. */
@Dependent
class Staff {

    private static final List<String> ALL = List.of("ada", "edgar", "maya", "vera");

    @Inject
    private People people;

    @Inject
    private Seats seats;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    /** All have signed in, and nobody else than this one has a seat. */
    void onlySeatIsOf(String login) {
        new Rows(database).change("delete from seat_assignment");
        ALL.forEach(one -> DemoUser.does(one, request, () -> {
            people.noteCaller();
            return one;
        }));
        seat(login);
    }

    void seat(String login) {
        Administrator.does(request, () -> {
            seats.assign(login);
            return login;
        });
    }

    void takeSeat(String login) {
        Administrator.does(request, () -> {
            seats.takeAway(login);
            return login;
        });
    }
}
