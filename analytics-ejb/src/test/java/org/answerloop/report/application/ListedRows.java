package org.answerloop.report.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.answerloop.conversation.model.ConversationState;
import org.answerloop.report.application.ReportOracle.Row;
import org.answerloop.report.application.ReportStory.Told;
import org.answerloop.report.model.ConversationList;
import org.answerloop.report.model.ConversationRow;
import org.answerloop.report.model.RowsRequest;
import org.answerloop.report.model.RowsRequest.Order;

import static org.assertj.core.api.Assertions.assertThat;

/** The rows of lists, page after page, beside those that the oracle expects. */
final class ListedRows {

    private final Random random;

    ListedRows(Random random) {
        this.random = random;
    }

    /** In either order, and on pages of any size. */
    void compare(List<Row> expected, Function<RowsRequest, ConversationList> list) {
        Order order = random.nextBoolean() ? Order.LATEST_FIRST : Order.EARLIEST_FIRST;
        Comparator<Row> earliest =
                Comparator.comparing(Row::at).thenComparing(Row::id).thenComparing(Row::strand);
        Function<RowsRequest, ConversationList> counting = request -> {
            ConversationList page = list.apply(request);
            assertThat(page.total()).isEqualTo(expected.size());
            return page;
        };
        List<ConversationRow> rows = read(order, null, 1 + random.nextInt(60), counting);

        assertThat(rows)
                .isEqualTo(expected.stream()
                        .sorted(order == Order.EARLIEST_FIRST ? earliest : earliest.reversed())
                        .map(ListedRows::row)
                        .toList());
    }

    /** Page after page. */
    static List<ConversationRow> read(
            Order order, String search, int limit, Function<RowsRequest, ConversationList> list) {
        List<ConversationRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            ConversationList page = list.apply(new RowsRequest(order, search, cursor, limit));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    private static ConversationRow row(Row row) {
        Told told = row.told();
        String decided = told.settled() ? told.outcome() : "PENDING";
        return new ConversationRow(
                told.id(),
                "shop",
                "c-" + told.id(),
                told.channel(),
                told.language(),
                told.agentName(),
                told.beganAt(),
                told.firstPartAt(),
                ConversationState.valueOf(told.handled() ? decided : "OPEN"),
                told.question(),
                row.at());
    }
}
