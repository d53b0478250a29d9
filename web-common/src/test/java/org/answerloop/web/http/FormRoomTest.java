package org.answerloop.web.http;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormRoomTest {

    private static final int LARGE = 60 * 1024;

    private final FormRoom room = new FormRoom();

    @Test
    void aClientGetsItsShareAndReadsThatItsOwnRequestsAreInTheWay() {
        List<FormRoom.Space> held = fill("one client");

        assertThat(held).hasSizeBetween(60, 70);
        assertThat(room.open("one client").take(LARGE)).contains(PageRefusal.BUSY);
        assertThat(room.open("another").take(LARGE)).isEmpty();
    }

    @Test
    void whoFillsTheRoomWithLargeFormsLeavesSomeForSmallOnes() {
        for (int client = 0; client < 20; client++) {
            fill("client " + client);
        }

        assertThat(room.open("another").take(LARGE)).contains(PageRefusal.FULL);
        FormRoom.Space small = room.open("another");
        assertThat(small.take(FormRoom.SMALL)).isEmpty();
        assertThat(small.take(LARGE)).contains(PageRefusal.FULL);
    }

    @Test
    void whatIsClosedMakesRoomOnceAndWhatWasRefusedTakesNone() {
        List<FormRoom.Space> held = fill("one client");
        FormRoom.Space refused = room.open("one client");
        assertThat(refused.take(LARGE)).contains(PageRefusal.BUSY);
        refused.close();
        held.get(0).close();
        held.get(0).close();

        assertThat(room.open("one client").take(LARGE)).isEmpty();
        assertThat(room.open("one client").take(LARGE)).contains(PageRefusal.BUSY);
    }

    /** Takes large forms until there is no room for more. */
    private List<FormRoom.Space> fill(Object client) {
        List<FormRoom.Space> held = new ArrayList<>();
        FormRoom.Space next = room.open(client);
        while (next.take(LARGE).isEmpty()) {
            held.add(next);
            next = room.open(client);
        }
        return held;
    }
}
