package org.answerloop.export.application;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.kernel.Sql;

/** Has those wait for one another who may not order or take back exports at the same time. */
@ApplicationScoped
class ExportTurns {

    /** The turn of nobody and so of all: nobody's name is empty. */
    static final String OF_ALL = "";

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /** Until the end of the transaction of the caller. */
    void take(String person) {
        new Sql()
                .add("insert into export_turn (person) values (?) on conflict do nothing", person)
                .update(dataSource);
        new Sql()
                .add("select person from export_turn where person = ? for update", person)
                .list(dataSource, row -> row.getString("person"));
    }
}
