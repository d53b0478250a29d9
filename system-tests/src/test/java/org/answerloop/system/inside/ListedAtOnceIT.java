package org.answerloop.system.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

import org.answerloop.event.application.EventIntake;
import org.answerloop.event.model.EventDocument;
import org.answerloop.export.application.ExportView;
import org.answerloop.export.application.ListExports;
import org.answerloop.export.application.ListedConversations;
import org.answerloop.export.application.ListedConversations.Listing;
import org.answerloop.export.application.TooManyExportsException;
import org.answerloop.export.model.ExportFormat;
import org.answerloop.export.model.ListStyle;
import org.answerloop.export.model.ListWish;
import org.answerloop.export.model.Separator;
import org.answerloop.report.application.ReportSource.PagedRow;
import org.answerloop.report.model.Bucket;
import org.answerloop.report.model.Metric;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.system.inside.clock.AdjustableClock;
import org.answerloop.wording.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists that are taken along while the conversations in them change, and while the same person orders others. */
@ExtendWith(ArquillianExtension.class)
class ListedAtOnceIT {

    private static final String SOURCE = "/tests/listed";
    private static final String CHANNEL = "listed-at-once";
    private static final int AT_A_TIME = 3;
    private static final int ORDERS = 8;

    @EJB
    private EventIntake intake;

    @EJB
    private ListExports exports;

    @EJB
    private AtOnce atOnce;

    @Inject
    private ListedConversations conversations;

    @Inject
    private AdjustableClock clock;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource database;

    @Test
    void a_list_is_of_the_moment_at_which_it_was_begun_whatever_is_told_meanwhile() {
        IntStream.range(0, 5).forEach(i -> tell("listed-" + i));
        try (Listing listing = conversations.list(wish())) {
            assertThat(listed(listing)).hasSize(5);

            tell("meanwhile");
            take(List.of(aConversation(SOURCE, "listed-3", clock.instant().minus(Duration.ofMinutes(9)))
                    .isFlagged("spam")
                    .events()
                    .get(0)
                    .replace("listed-3-1", "listed-3-flag")));

            assertThat(listed(listing))
                    .containsExactlyInAnyOrder("listed-0", "listed-1", "listed-2", "listed-3", "listed-4");
        }
        try (Listing listing = conversations.list(wish())) {
            assertThat(listed(listing))
                    .containsExactlyInAnyOrder("listed-0", "listed-1", "listed-2", "listed-4", "meanwhile");
        }
    }

    @Test
    void no_more_than_three_of_one_person_are_under_way_however_many_are_ordered_at_once() throws Exception {
        String person = Administrator.NAME;
        rows().change("delete from export_job where created_by = '" + person + "'");
        order();
        order();
        // As if they were being written, for as long as this takes.
        rows().change("update export_job set state = 'RUNNING', finished_at = null, lease_owner = 'elsewhere',"
                + " lease_until = timestamp with time zone '2999-01-01 00:00:00+00' where created_by = '" + person
                + "'");

        List<Future<ExportView>> orders = Administrator.does(
                request,
                () -> IntStream.range(0, ORDERS).mapToObj(i -> orderAtOnce()).toList());
        int refused = 0;
        for (Future<ExportView> each : orders) {
            refused += isRefused(each) ? 1 : 0;
        }

        assertThat(refused).isBetween(1, ORDERS - 1);
        assertThat(rows().of("""
                        select (select count(*)
                                  from export_job other
                                 where other.created_by = job.created_by
                                   and other.created_at <= job.created_at
                                   and (other.finished_at is null or other.finished_at > job.created_at))
                          from export_job job
                         where job.created_by = ?""", person))
                .allSatisfy(underWay -> assertThat(Integer.parseInt(underWay)).isLessThanOrEqualTo(AT_A_TIME));
        rows().change("delete from export_job where created_by = '" + person + "'");
    }

    private Future<ExportView> orderAtOnce() {
        try {
            return atOnce.call(() -> exports.order(wish(), style()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRefused(Future<ExportView> order) throws InterruptedException {
        try {
            order.get();
            return false;
        } catch (ExecutionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooManyExportsException) {
                    return true;
                }
            }
            throw new AssertionError(e);
        }
    }

    private void order() {
        Administrator.does(request, () -> exports.order(wish(), style()));
    }

    private static ListStyle style() {
        return new ListStyle(ExportFormat.CSV, Separator.COMMA, Language.ENGLISH);
    }

    private ListWish wish() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        ReportFilter filter = new ReportFilter(today.minusDays(9), today.plusDays(2), Bucket.DAY, CHANNEL, null, null);
        return new ListWish(Metric.HANDLED, filter, null, null, null);
    }

    private static List<String> listed(Listing listing) {
        return listing.after(null).rows().stream()
                .map(PagedRow::row)
                .map(row -> row.externalId())
                .toList();
    }

    private void tell(String id) {
        take(aConversation(SOURCE, id, clock.instant().minus(Duration.ofHours(1)))
                .startsOn(CHANNEL, "en")
                .visitorSays("Where is my parcel?")
                .agentReplies("It left our house on Monday.")
                .events());
    }

    private void take(List<String> events) {
        intake.take(events.stream()
                .map(event -> new EventDocument(event.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private Rows rows() {
        return new Rows(database);
    }
}
