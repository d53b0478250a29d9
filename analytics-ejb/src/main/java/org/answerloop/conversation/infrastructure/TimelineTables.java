package org.answerloop.conversation.infrastructure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

import org.answerloop.conversation.application.TimelineEntry;
import org.answerloop.conversation.application.TimelineEntry.ClosingEntry;
import org.answerloop.conversation.application.TimelinePosition;
import org.answerloop.conversation.application.TimelineRows;

/**
 * The timeline out of the tables, each read along its index. First only where each row stands and how much it says is read,
 * and then what is on the page.
 */
@ApplicationScoped
class TimelineTables implements TimelineRows {

    /** After the rows of all tables: a closing is the last thing of its moment. */
    private static final int CLOSING = TimelineTable.values().length;

    /** Of text on one page, in bytes; what is longer alone is a page of its own. */
    private static final long MOST_BYTES = 2L * 1_048_576;

    @Resource(lookup = "jdbc/answerloop")
    private DataSource dataSource;

    /**
     * Something that may be on the page.
     *
     * @param table null where it is the closing
     */
    record Slot(TimelinePosition position, TimelineTable table, long bytes) {}

    @Override
    public TimelinePage page(long conversation, ClosingEntry closing, TimelinePosition after, int limit) {
        List<Slot> slots = slots(conversation, closing, after, limit + 1);
        List<Slot> shown = slots.subList(0, room(slots, limit));
        Map<TimelineTable, Map<String, TimelineEntry>> entries = new EnumMap<>(TimelineTable.class);
        for (TimelineTable table : TimelineTable.values()) {
            List<String> keys = shown.stream()
                    .filter(slot -> slot.table() == table)
                    .map(slot -> slot.position().key())
                    .toList();
            entries.put(table, keys.isEmpty() ? Map.of() : table.entries(dataSource, conversation, keys));
        }
        List<TimelineEntry> page = shown.stream()
                .map(slot -> slot.table() == null
                        ? closing
                        : entries.get(slot.table()).get(slot.position().key()))
                .filter(Objects::nonNull)
                .toList();
        TimelinePosition next = shown.size() == slots.size()
                ? null
                : shown.get(shown.size() - 1).position();
        return new TimelinePage(page, next);
    }

    private List<Slot> slots(long conversation, ClosingEntry closing, TimelinePosition after, int limit) {
        List<Slot> slots = new ArrayList<>();
        for (TimelineTable table : TimelineTable.values()) {
            slots.addAll(table.slots(dataSource, conversation, after, limit));
        }
        if (closing != null) {
            TimelinePosition position = new TimelinePosition(closing.at(), CLOSING, "");
            boolean before = after != null
                    && (after.at().isAfter(position.at())
                            || after.at().equals(position.at()) && after.rank() >= CLOSING);
            if (!before) {
                slots.add(new Slot(position, null, 0));
            }
        }
        // The sort is stable: within a table, its own order is that of the database.
        slots.sort(Comparator.comparing((Slot slot) -> slot.position().at())
                .thenComparing(slot -> slot.position().rank()));
        return slots.subList(0, Math.min(limit, slots.size()));
    }

    private static int room(List<Slot> slots, int limit) {
        long bytes = 0;
        for (int i = 0; i < Math.min(limit, slots.size()); i++) {
            bytes += slots.get(i).bytes();
            if (i > 0 && bytes > MOST_BYTES) {
                return i;
            }
        }
        return Math.min(limit, slots.size());
    }
}
