package org.answerloop;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The packages of the business, what each is for and which others it uses. This is the one place that says so: the
 * architecture test holds the code to it, and writes the table and the drawing of {@code docs/architecture.md} from it. A
 * package uses packages above it alone.
 */
enum BusinessPackage {
    KERNEL("What every package may use: SQL, fingerprints, kinds of failures, CSV"),
    CLIENT("Who sends a request, through which proxies, and how much of the server one of them takes up"),
    PACE("How long work behind the scenes makes room for whoever waits for an answer"),
    WORDING("Numbers, dates, durations and names as a person of a language writes them"),
    SETTINGS("What the deployment decides, read once and checked", CLIENT, KERNEL),
    CLOCK("The time that all servers share, and what wakes work behind the scenes", KERNEL),
    AUDIT("Who did what, when, with before and after; only ever added to", KERNEL),
    ACCESS(
            "Who may: roles, seats, API keys, sign-ins, and how often passwords are tried",
            AUDIT,
            CLIENT,
            CLOCK,
            KERNEL,
            SETTINGS),
    EMBEDDING("What a text means, as a vector", KERNEL, SETTINGS),
    RESOLUTION("When a conversation counts as resolved, and the timer that decides it once", CLOCK, KERNEL, SETTINGS),
    CONVERSATION(
            "What was said in conversations, and what follows from it whatever the order it is told in",
            ACCESS,
            AUDIT,
            KERNEL,
            RESOLUTION,
            SETTINGS),
    REPORT(
            "The figures: what a metric counts, said once, for totals, series and lists",
            ACCESS,
            AUDIT,
            CLOCK,
            CONVERSATION,
            KERNEL,
            PACE,
            RESOLUTION,
            SETTINGS),
    ANSWER(
            "Short answers: written, published, found by the customer agent",
            ACCESS,
            AUDIT,
            CLOCK,
            CONVERSATION,
            EMBEDDING,
            KERNEL,
            PACE,
            SETTINGS),
    GAP(
            "Questions that could not be answered, grouped into topics, and what editors do about them",
            ACCESS,
            ANSWER,
            AUDIT,
            CLOCK,
            CONVERSATION,
            EMBEDDING,
            KERNEL,
            PACE,
            REPORT,
            SETTINGS),
    EVENT(
            "The way in: CloudEvents are read, told from duplicates, kept and handed on",
            ACCESS,
            AUDIT,
            CLOCK,
            CONVERSATION,
            GAP,
            KERNEL,
            SETTINGS),
    IMPORTS(
            "Files of events, tables and transcripts, sent in as events",
            ACCESS,
            AUDIT,
            CLOCK,
            CONVERSATION,
            EVENT,
            KERNEL,
            SETTINGS),
    CONNECTION(
            "Platforms that tell of conversations by webhook, and what their payloads mean as events",
            ACCESS,
            AUDIT,
            CLIENT,
            CLOCK,
            CONVERSATION,
            EVENT,
            KERNEL,
            SETTINGS),
    REEVALUATION(
            "Conversations that are judged once more when an administrator orders it",
            ACCESS,
            AUDIT,
            CLOCK,
            IMPORTS,
            KERNEL,
            RESOLUTION,
            SETTINGS),
    VIEW("Views of the reports that people keep under a name", ACCESS, KERNEL),
    EXPORT(
            "Files that people take along: reports, and the conversations behind a figure",
            ACCESS,
            AUDIT,
            CLOCK,
            EVENT,
            KERNEL,
            REPORT,
            SETTINGS,
            WORDING),
    SUBSCRIPTION(
            "The page of the reports by e-mail, in the rhythm that a person has chosen",
            ACCESS,
            AUDIT,
            CLOCK,
            EXPORT,
            KERNEL,
            REPORT,
            SETTINGS,
            WORDING),
    SAMPLE("Conversations of an invented company, for development mode", EVENT, SETTINGS),
    PLATFORM("What the application needs of the server before any business: the schema", EVENT, KERNEL, SETTINGS);

    private final String purpose;
    private final Set<BusinessPackage> uses;

    BusinessPackage(String purpose, BusinessPackage... uses) {
        this.purpose = purpose;
        this.uses = Set.of(uses);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<String> uses() {
        return uses.stream().map(BusinessPackage::title).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A row for each package, in the order in which one understands them. */
    static String table() {
        return Arrays.stream(values())
                .map(one -> "| `%s` | %s | %s |\n".formatted(one.title(), one.purpose, quoted(one.uses())))
                .collect(Collectors.joining("", "| package | what it is for | uses |\n|---|---|---|\n", ""));
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** An arrow for what a package uses, where no other arrows lead there, too; the four that everybody uses are left out. */
    static String drawing() {
        Set<BusinessPackage> everywhere = EnumSet.of(KERNEL, SETTINGS, CLOCK, AUDIT, ACCESS);
        StringBuilder drawing = new StringBuilder("```mermaid\nflowchart BT\n");
        for (BusinessPackage one : values()) {
            for (BusinessPackage other : values()) {
                if (one.uses.contains(other)
                        && !everywhere.contains(other)
                        && one.uses.stream().noneMatch(between -> between.reaches(other))) {
                    drawing.append("  ")
                            .append(one.title())
                            .append(" --> ")
                            .append(other.title())
                            .append('\n');
                }
            }
        }
        return drawing.append("```\n").toString();
    }

    private boolean reaches(BusinessPackage other) {
        return uses.contains(other) || uses.stream().anyMatch(one -> one.reaches(other));
    }
}
