package org.answerloop.system.inside;

import java.util.List;
import java.util.stream.Stream;
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

    /** All have signed in, and nobody else than these has a seat. */
    void onlySeatsAreOf(String... logins) {
        new Rows(database).change("delete from seat_assignment");
        Stream.concat(ALL.stream(), Stream.of(logins))
                .distinct()
                .forEach(one -> DemoUser.does(one, request, () -> {
                    people.noteCaller();
                    return one;
                }));
        Stream.of(logins).forEach(this::seat);
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
