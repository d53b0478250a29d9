package org.answerloop.clock;

import java.time.Instant;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;

import org.answerloop.kernel.Sql;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

/** What the database's clock says. Outside of any transaction, in which it would say when that began. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class DatabaseTime {

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    public Instant read() {
        return new Sql()
                .add("select current_timestamp as moment")
                .list(dataSource, row -> Sql.moment(row, "moment"))
                .get(0);
    }
}
