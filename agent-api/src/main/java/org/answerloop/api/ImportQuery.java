package org.answerloop.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.answerloop.event.model.EventDetails.Person;
import org.answerloop.imports.model.TranscriptOptions;

/** What a request says about its file of transcripts; what it leaves out is as it is most often. */
public class ImportQuery {

    private static final String FORMAT = "openai-chat";

    @QueryParam("format")
    @DefaultValue(FORMAT)
    String format;

    @QueryParam("source")
    String source;

    @QueryParam("prefix")
    @DefaultValue(TranscriptOptions.PREFIX)
    String prefix;

    @QueryParam("channel")
    @DefaultValue(TranscriptOptions.CHANNEL)
    String channel;

    @QueryParam("language")
    String language;

    @QueryParam("agentId")
    String agentId;

    @QueryParam("agentName")
    String agentName;

    @QueryParam("firstTime")
    String firstTime;

    @QueryParam("step")
    String step;

    @QueryParam("spread")
    String spread;

    @QueryParam("handoffTool")
    @DefaultValue(TranscriptOptions.HANDOFF_TOOL)
    String handoffTool;

    @QueryParam("messages")
    String messages;

    /** @throws Refusal naming the first parameter that cannot be used */
    TranscriptOptions options() {
        if (!FORMAT.equals(format)) {
            throw Refusal.unusable("format", FORMAT);
        }
        if (source == null || source.isBlank()) {
            throw Refusal.unusable("source", "the name of the system that the conversations come from");
        }
        return new TranscriptOptions(
                source,
                prefix,
                channel,
                language,
                agent(),
                parse("firstTime", firstTime, null, ImportQuery::time, "an RFC 3339 time such as 2026-01-31T09:30:00Z"),
                parse("step", step, TranscriptOptions.STEP, ImportQuery::duration, "an ISO 8601 duration up to P365D"),
                parse(
                        "spread",
                        spread,
                        TranscriptOptions.SPREAD,
                        ImportQuery::duration,
                        "an ISO 8601 duration up to P365D"),
                handoffTool,
                messageMembers());
    }

    private Person agent() {
        if (agentId == null || agentId.isBlank()) {
            return agentName == null ? TranscriptOptions.AGENT : new Person(TranscriptOptions.AGENT.id(), agentName);
        }
        return new Person(agentId, agentName == null ? agentId : agentName);
    }

    private List<String> messageMembers() {
        if (messages == null) {
            return TranscriptOptions.MESSAGE_MEMBERS;
        }
        return Stream.concat(Stream.of(messages), TranscriptOptions.MESSAGE_MEMBERS.stream())
                .distinct()
                .toList();
    }

    private static <T> T parse(String name, String text, T byDefault, Function<String, T> parser, String takes) {
        try {
            return text == null ? byDefault : parser.apply(text);
        } catch (DateTimeException e) {
            throw Refusal.unusable(name, takes);
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(365)) > 0) {
            throw new DateTimeException(text);
        }
        return duration;
    }
}
