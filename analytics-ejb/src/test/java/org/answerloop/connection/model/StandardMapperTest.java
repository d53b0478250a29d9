package org.answerloop.connection.model;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StandardMapperTest {

    private static final String EVENT = """
            {"specversion": "1.0", "id": "e-1", "source": "https://desk.example", "type": "handoff.requested",
             "subject": "c-1", "time": "2026-01-01T00:00:00Z", "data": {"messageId": "m-1"}}""";
    private static final String TOLD = "handoff.requested c-1 e-1 2026-01-01T00:00:00Z {messageId:m-1}";

    private final MappedEvents events = MappedEvents.of(Platform.STANDARD_WEBHOOKS);

    @Test
    void events_are_taken_one_or_several() {
        assertThat(events.from(EVENT)).containsExactly(TOLD);
        assertThat(events.from("[" + EVENT + "," + EVENT + "]")).containsExactly(TOLD, TOLD);
        assertThat(events.from("[]")).isEmpty();
    }

    @Test
    void whoever_holds_a_connections_secret_speaks_for_its_source_alone() {
        MappingSettings settings = new MappingSettings("https://other.example", Grounding.NEVER, Set.of());

        assertThatThrownBy(() -> Platform.STANDARD_WEBHOOKS.events(EVENT, settings, PlatformApi.NONE))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("https://desk.example")
                .hasMessageContaining("https://other.example");
    }
}
