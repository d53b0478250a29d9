package org.answerloop.connection.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.event.model.EventDocument;
import org.answerloop.event.model.EventReader;

import static org.assertj.core.api.Assertions.assertThat;

/** What a payload was mapped to; every event has to be one that the intake accepts. */
final class MappedEvents {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final Platform platform;
    private final MappingSettings settings;
    private final PlatformApi api;

    private MappedEvents(Platform platform, MappingSettings settings, PlatformApi api) {
        this.platform = platform;
        this.settings = settings;
        this.api = api;
    }

    static MappedEvents of(Platform platform) {
        return new MappedEvents(
                platform,
                new MappingSettings("https://desk.example", Grounding.WITH_LINK, Set.of("900", "A-900")),
                PlatformApi.NONE);
    }

    MappedEvents grounded(Grounding grounding) {
        return new MappedEvents(platform, new MappingSettings(settings.source(), grounding, settings.agents()), api);
    }

    MappedEvents opening(TicketAddresses tickets) {
        return new MappedEvents(
                platform,
                new MappingSettings(settings.source(), settings.grounding(), settings.agents(), tickets),
                api);
    }

    MappedEvents asking(PlatformApi other) {
        return new MappedEvents(platform, settings, other);
    }

    /** Each as {@code type subject id time data}. */
    List<String> from(String payload) {
        List<EventDocument> events = documents(payload);
        assertThat(documents(payload))
                .as("the same payload yields the same events")
                .usingRecursiveComparison()
                .isEqualTo(events);
        return events.stream().map(MappedEvents::line).toList();
    }

    private List<EventDocument> documents(String payload) {
        try {
            return platform.events(payload, settings, api);
        } catch (UnmappableException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(EventDocument event) {
        assertThat(new EventReader(NOW, Period.ofYears(10)).read(event))
                .as("the intake accepts %s", new String(event.json()))
                .matches(reading -> reading.isAcceptable());
        try {
            JsonNode json = JSON.readTree(event.json());
            return String.join(
                    " ",
                    json.path("type").asText(),
                    json.path("subject").asText(),
                    json.path("id").asText(),
                    json.path("time").asText(),
                    json.path("data").toString().replace("\"", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
