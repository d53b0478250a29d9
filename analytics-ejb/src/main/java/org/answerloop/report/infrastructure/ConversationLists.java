package org.answerloop.report.infrastructure;

import java.util.List;
import javax.sql.DataSource;

import org.answerloop.kernel.PageCursor;
import org.answerloop.report.application.ReportSource.FoundRows;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.Rows;
import org.answerloop.report.model.RowsRequest.Order;

/** The lists behind figures, from wherever the connections come. */
final class ConversationLists {

    private final DataSource dataSource;

    ConversationLists(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<PagedRow> conversations(Rows rows, Order order, PageCursor after, int limit) {
        List<PagedRow> page = new ConversationQuery(dataSource, rows, order).page(after, limit);
        return new MessageQuery(dataSource).withQuestions(page);
    }

    FoundRows search(Rows rows, String text, Order order, PageCursor after, int limit) {
        ConversationQuery query = new ConversationQuery(dataSource, rows, order);
        return new RowSearch(query, new MessageQuery(dataSource)).search(text, after, limit);
    }
}
