package org.answerloop.report.infrastructure;

import java.util.List;
import javax.sql.DataSource;

import org.answerloop.kernel.HeldConnection;
import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.application.ReportSource.Snapshot;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;

/** The lists as of one moment, on a connection that is held until the last page is read. */
final class HeldLists implements Snapshot {

    private final HeldConnection connection;
    private final ConversationLists lists;

    HeldLists(DataSource dataSource) {
        this.connection = HeldConnection.of(dataSource);
        this.lists = new ConversationLists(connection.dataSource());
    }

    @Override
    public List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit) {
        return lists.conversations(rows, order, after, limit);
    }

    @Override
    public FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit) {
        return lists.search(rows, text, order, after, limit);
    }

    @Override
    public void close() {
        connection.close();
    }
}
