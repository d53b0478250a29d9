package org.answerloop.system.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Conversations made up from a seed, with a liking for the times at which figures go wrong: midnights of several zones and
 * the moments around them, weeks in which clocks change, the ends of years with their weeks 53 and 1, and just now.
 */
public final class RandomHistory {

    public static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"));

    private static final List<LocalDate> TIMES = List.of(
            LocalDate.of(2020, 12, 31),
            LocalDate.of(2025, 12, 30),
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2026, 11, 1));

    private final Random random;
    private final String source;
    private final String channels;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();
    private Instant time;
    private int made;

    private RandomHistory(long seed, String source, String channels, Instant now) {
        this.random = new Random(seed);
        this.source = source;
        this.channels = channels;
        this.now = now;
    }

    /**
     * @param channels what the names of its channels begin with
     * @return every step, conversation by conversation
     */
    public static List<Step> of(long seed, String source, String channels, Instant now, int conversations) {
        RandomHistory history = new RandomHistory(seed, source, channels, now.truncatedTo(ChronoUnit.SECONDS));
        for (int i = 0; i < conversations; i++) {
            history.tell("c-" + seed + "-" + i);
        }
        return history.steps.stream().filter(step -> !step.at().isAfter(now)).toList();
    }

    private void tell(String id) {
        time = beginning();
        String agent = "agent-" + random.nextInt(2);
        if (random.nextInt(8) > 0) {
            start(id, agent);
        }
        if (random.nextInt(4) == 0) {
            step(id, "agent.assigned", Map.of("agent", agent));
        }
        say(id, "visitor", null);
        for (int turns = random.nextInt(6); turns > 0; turns--) {
            turn(id, agent);
        }
        if (random.nextInt(3) > 0) {
            close(id);
        }
        if (random.nextInt(7) == 0) {
            flag(id, "true");
            if (random.nextInt(3) == 0) {
                flag(id, "false");
            }
        }
        if (random.nextInt(9) == 0) {
            step(id, "conversation.redacted", Map.of());
        }
    }

    private Instant beginning() {
        if (random.nextInt(4) == 0) {
            return now.minusSeconds(random.nextInt(12 * 86_400)).plusMillis(random.nextInt(1000));
        }
        LocalDate date = pick(TIMES).plusDays(random.nextInt(9) - 4L);
        Instant midnight = date.atStartOfDay(pick(ZONES)).toInstant();
        return random.nextBoolean()
                ? midnight.plusMillis(random.nextInt(3) - 1L).minusSeconds(random.nextInt(2))
                : midnight.plusMillis(random.nextInt(86_400_000));
    }

    private void start(String id, String agent) {
        Map<String, String> facts = new HashMap<>();
        facts.put("channel", channels + random.nextInt(3));
        if (random.nextInt(4) > 0) {
            facts.put("language", pick(List.of("en", "fr")));
        }
        if (random.nextInt(3) == 0) {
            facts.put("agent", agent);
        }
        step(id, "conversation.started", facts);
    }

    private void turn(String id, String agent) {
        switch (random.nextInt(9)) {
            case 0 -> step(id, "handoff.made", Map.of("trigger", pick(List.of("agent", "rule", "manual"))));
            case 1 -> step(id, "handoff.requested", Map.of());
            case 2 -> say(id, "teammate", "mate-" + random.nextInt(3));
            case 3 -> rate(id);
            case 4 -> say(id, "visitor", null);
            default -> say(id, "customer_agent", agent);
        }
    }

    private void say(String id, String kind, String author) {
        Map<String, String> facts = new HashMap<>();
        facts.put("kind", kind);
        facts.put("message", id + "-m" + made);
        if (author != null) {
            facts.put("agent", author);
        }
        if (kind.equals("customer_agent") && random.nextInt(4) > 0) {
            facts.put("grounded", "true");
        }
        step(id, "message.posted", facts);
    }

    private void rate(String id) {
        Map<String, String> facts = new HashMap<>();
        facts.put("rating", pick(List.of("helpful", "not_helpful")));
        steps.stream()
                .filter(step -> step.conversation().equals(id) && step.is("message.posted", "kind", "customer_agent"))
                .filter(step -> random.nextInt(3) == 0)
                .findFirst()
                .ifPresent(step -> facts.put("about", step.fact("message")));
        step(id, "feedback.given", facts);
    }

    private void close(String id) {
        Map<String, String> facts = new HashMap<>();
        facts.put("kind", pick(List.of("teammate", "teammate", "customer_agent", "visitor")));
        if (random.nextInt(4) > 0) {
            facts.put("by", "mate-" + random.nextInt(3));
        }
        facts.put("ticketClosed", String.valueOf(random.nextInt(4) > 0));
        step(id, "conversation.closed", facts);
    }

    private void flag(String id, String on) {
        step(id, "conversation.flagged", Map.of("flag", pick(List.of("test", "spam")), "on", on));
    }

    private void step(String id, String type, Map<String, String> facts) {
        made++;
        String event = "e-" + made;
        steps.add(new Step(id, event, time, type, facts, json(id, event, type, facts)));
        Duration pause = random.nextInt(12) == 0
                ? Duration.ofHours(20L + random.nextInt(90)).plusMillis(random.nextInt(5_000))
                : Duration.ofMillis(1L + random.nextInt(1_800_000));
        time = time.plus(pause);
    }

    private String json(String id, String event, String type, Map<String, String> facts) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id + "/" + event)
                .put("source", source)
                .put("subject", id)
                .put("type", type)
                .put("time", time.toString());
        ObjectNode data = json.putObject("data");
        facts.forEach((name, value) -> EventFact.named(name).write(data, type, value));
        if (type.equals("message.posted")) {
            data.put("text", "What was said in " + event);
        }
        return json.toString();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Where a fact stands in the data of an event. */
    private enum EventFact {
        CHANNEL,
        LANGUAGE,
        TRIGGER,
        RATING,
        FLAG {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.put("flag", value);
            }
        },
        ON {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.put("on", Boolean.parseBoolean(value));
            }
        },
        TICKETCLOSED {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.put("ticketClosed", Boolean.parseBoolean(value));
            }
        },
        MESSAGE {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.put("messageId", value);
            }
        },
        ABOUT {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.put("messageId", value);
            }
        },
        GROUNDED {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.putArray("sources").addObject().put("type", "article").put("title", "Delivery");
            }
        },
        KIND {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.withObject(type.equals("conversation.closed") ? "/by" : "/author")
                        .put("kind", value);
            }
        },
        BY {
            @Override
            void write(ObjectNode data, String type, String value) {
                data.withObject("/by").put("id", value).put("name", "Name of " + value);
            }
        },
        AGENT {
            @Override
            void write(ObjectNode data, String type, String value) {
                String where = type.equals("message.posted") ? "/author" : "/customerAgent";
                data.withObject(where).put("id", value).put("name", "Name of " + value);
            }
        };

        static EventFact named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        void write(ObjectNode data, String type, String value) {
            data.put(name().toLowerCase(Locale.ROOT), value);
        }
    }
}
