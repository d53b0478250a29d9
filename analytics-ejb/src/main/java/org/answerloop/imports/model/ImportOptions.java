package org.answerloop.imports.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.answerloop.event.model.EventDetails.Person;

/**
 * What is said about a file beside it, by the names of the parameters; what is left out is as it is most often.
 *
 * @param texts as they were given, without those that are empty
 */
public record ImportOptions(SortedMap<String, String> texts) {

    /** Characters of one of them at most. */
    private static final int LONGEST = 255;

    private static final String TIME = "an RFC 3339 time such as 2026-01-31T09:30:00Z";
    private static final String DURATION = "an ISO 8601 duration up to P365D";
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    public ImportOptions {
        SortedMap<String, String> filled = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (text != null && !text.isBlank()) {
                filled.put(name, text.strip());
            }
        });
        texts = filled;
    }

    public static ImportOptions of(Map<String, String> texts) {
        return new ImportOptions(new TreeMap<>(texts));
    }

    /** The same, with the value where none is given. */
    public ImportOptions withDefault(String name, String text) {
        SortedMap<String, String> completed = new TreeMap<>(texts);
        completed.putIfAbsent(name, text);
        return new ImportOptions(completed);
    }

    /** @throws UnusableImportException naming the first parameter that cannot be used */
    void check(List<String> known) {
        texts.forEach((name, text) -> {
            if (!known.contains(name)) {
                throw new UnusableImportException(name, "nothing in this format; leave it out");
            }
            if (text.length() > LONGEST || text.indexOf(0) >= 0) {
                throw new UnusableImportException(name, "at most " + LONGEST + " characters");
            }
        });
    }

    TranscriptOptions transcripts() {
        return new TranscriptOptions(
                source(),
                text("prefix", TranscriptOptions.PREFIX),
                text("channel", TranscriptOptions.CHANNEL),
                texts.get("language"),
                agent(),
                parse("firstTime", null, ImportOptions::time, TIME),
                parse("step", TranscriptOptions.STEP, ImportOptions::duration, DURATION),
                parse("spread", TranscriptOptions.SPREAD, ImportOptions::duration, DURATION),
                text("handoffTool", TranscriptOptions.HANDOFF_TOOL),
                messageMembers());
    }

    CsvOptions csv() {
        return new CsvOptions(
                source(),
                text("channel", TranscriptOptions.CHANNEL),
                texts.get("language"),
                agent(),
                separator(),
                parse("zone", ZoneId.of("UTC"), ZoneId::of, "an IANA time zone such as Europe/Paris"));
    }

    private String source() {
        if (!texts.containsKey("source")) {
            throw new UnusableImportException("source", "the name of the system that the conversations come from");
        }
        return texts.get("source");
    }

    private Person agent() {
        String id = texts.get("agentId");
        String name = texts.get("agentName");
        if (id == null) {
            return name == null ? TranscriptOptions.AGENT : new Person(TranscriptOptions.AGENT.id(), name);
        }
        return new Person(id, name == null ? id : name);
    }

    private Optional<Character> separator() {
        String name = texts.get("separator");
        if (name == null || name.equals("auto")) {
            return Optional.empty();
        }
        if (!SEPARATORS.containsKey(name)) {
            throw new UnusableImportException("separator", "auto, comma, semicolon, tab or pipe");
        }
        return Optional.of(SEPARATORS.get(name));
    }

    private List<String> messageMembers() {
        return Stream.concat(Stream.ofNullable(texts.get("messages")), TranscriptOptions.MESSAGE_MEMBERS.stream())
                .distinct()
                .toList();
    }

    private String text(String name, String otherwise) {
        return texts.getOrDefault(name, otherwise);
    }

    private <T> T parse(String name, T otherwise, Function<String, T> parser, String takes) {
        try {
            return texts.containsKey(name) ? parser.apply(texts.get(name)) : otherwise;
        } catch (DateTimeException e) {
            throw new UnusableImportException(name, takes);
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
