package org.answerloop.system.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.answerloop.system.story.ConversationStory.aConversation;
import static org.assertj.core.api.Assertions.assertThat;

/** Buttons that a page does not show are pressed all the same, by everybody who may not: each of them is refused in a sentence. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class ForgedPostsIT {

    private static final String GAPS = "/knowledge/gaps.xhtml?channel=forgery";
    private static final String OPEN = "Do you repair clocks?";
    private static final String RESOLVED = "Can I hire the great hall?";
    private static final String DISMISSED = "Is the moon made of cheese?";
    private static final String SNOOZED = "When does the winter garden open?";
    private static final String ROLE = "you need the role of an editor";
    private static final String SEAT = "you need one of the 5 paid seats";

    /** Presses a button that may not be there, with what the page's own form would send; says what the answer tells. */
    private static final String PRESS = """
            async ([form, button, fields]) => {
              const sent = new URLSearchParams(new FormData(document.getElementById(form)));
              sent.set(button, button);
              Object.entries(fields).forEach(([name, value]) => sent.set(name, value));
              const answer = await fetch(location.href, { method: "POST", body: sent });
              const page = new DOMParser().parseFromString(await answer.text(), "text/html");
              const told = [...page.querySelectorAll("[role=alert], [role=status]")].map(one => one.textContent.trim());
              return answer.status + " " + told.join(" ");
            }""";

    private final AnswerloopServer server;
    private final Screens screens;
    private final SeatOffice seats;

    /** A page with a form, and the buttons of it, with what they need. */
    private record Form(String address, String id, Map<String, Map<String, String>> buttons) {}

    ForgedPostsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.seats = new SeatOffice(screens, server);
    }

    @BeforeAll
    static void fourQuestions(AnswerloopServer server) {
        for (String question : List.of(OPEN, RESOLVED, DISMISSED, SNOOZED)) {
            Api.of(server)
                    .tell(aConversation(
                                    "/tests/forgery", question, Instant.now().minus(Duration.ofDays(2)))
                            .startsOn("forgery", "en")
                            .couldNotBeAnswered(question)
                            .events());
        }
    }

    @AfterEach
    void mayaHasNoSeat() {
        seats.takeFrom("maya");
    }

    @Test
    void whoever_lacks_the_role_or_the_seat_presses_every_button_in_vain() {
        screens.visitor(server).signedInAs("edgar").open("/knowledge/gaps.xhtml");
        screens.visitor(server).signedInAs("maya").open("/knowledge/gaps.xhtml");
        seats.give("edgar");
        List<Form> forms = theFormsOfWhatEdgarDoes();
        seats.takeFrom("edgar");
        seats.give("maya");
        long decided = decisions();

        Map<String, String> unexpected = new LinkedHashMap<>();
        Map.of("vera", ROLE, "maya", ROLE, "ada", ROLE, "edgar", SEAT)
                .forEach((login, missing) -> pressAll(login, forms).forEach((button, told) -> {
                    if (!told.startsWith("200 ") || !told.contains(missing)) {
                        unexpected.put(login + ": " + button, told);
                    }
                }));

        assertThat(unexpected).isEmpty();
        assertThat(decisions()).isEqualTo(decided);
    }

    @Test
    void nobody_but_administrators_reaches_their_pages_with_whatever_they_send() {
        screens.visitor(server).signedInAs("maya").open("/knowledge/gaps.xhtml");
        seats.give("maya");
        for (String login : List.of("vera", "maya", "edgar")) {
            Page page = screens.visitor(server).signedInAs(login).open(GAPS);
            for (String address : List.of(
                    "seats.xhtml",
                    "keys.xhtml",
                    "settings.xhtml",
                    "audit.xhtml",
                    "connections.xhtml",
                    "events.xhtml",
                    "imports.xhtml",
                    "reevaluations.xhtml")) {
                Object status = page.evaluate("""
                        async (address) => {
                          const sent = new URLSearchParams(new FormData(document.getElementById("gaps")));
                          return (await fetch(address, { method: "POST", body: sent })).status;
                        }""", address);
                assertThat(status).as("%s at %s", login, address).isEqualTo(403);
            }
        }
    }

    /** What they do is done: so the same is refused to others for no other reason than who they are. */
    private List<Form> theFormsOfWhatEdgarDoes() {
        Visitor edgar = screens.visitor(server).signedInAs("edgar");
        assertThat(Eventually.within(
                        Visitor.PATIENCE,
                        () -> edgar.open(GAPS).locator("a.row-link").count() == 4))
                .isTrue();
        Page list = edgar.page();
        assertThat(press(list, "gaps", "dismiss", ticked(list, DISMISSED))).contains("dismissed");
        Map<String, String> untilThen = new LinkedHashMap<>(ticked(list, SNOOZED));
        untilThen.put("snoozeUntil", "2999-12-31");
        assertThat(press(edgar.open(GAPS), "gaps", "snooze", untilThen)).contains("snoozed");
        String resolved = edgar.open(GAPS)
                .locator("a.row-link", new Page.LocatorOptions().setHasText(RESOLVED))
                .getAttribute("href");
        edgar.open("/knowledge/" + resolved);
        assertThat(press(edgar.page(), "topic", "resolve", Map.of("text", "Yes, from May on.")))
                .contains("The topic is resolved");
        String answer = edgar.open("/knowledge/" + resolved)
                .locator("a[href^='answer.xhtml']")
                .first()
                .getAttribute("href");
        String topic = "/knowledge/"
                + edgar.open(GAPS).locator("a.row-link").first().getAttribute("href") + "&dismissed=shown";
        return List.of(
                onList(edgar, "", OPEN, "dismiss", "merge", "snooze"),
                onList(edgar, "&state=resolved", RESOLVED, "reopen"),
                onList(edgar, "&state=snoozed", SNOOZED, "wake"),
                onList(edgar, "&state=dismissed", DISMISSED, "restore"),
                new Form(topic, "topic", theTopics(edgar.open(topic))),
                new Form("/knowledge/" + answer, "answer", with(written(), "publish", "save", "entrust", "archive")),
                new Form("/knowledge/answer.xhtml", "answer", with(written(), "publish", "save")));
    }

    private static Form onList(Visitor edgar, String state, String topic, String... buttons) {
        Page page = edgar.open(GAPS + state);
        Map<String, String> fields = new LinkedHashMap<>(ticked(page, topic));
        fields.put("snoozeUntil", "2999-12-31");
        return new Form(GAPS + state, "gaps", with(fields, buttons));
    }

    /** As the list with the check boxes writes it. */
    private static Map<String, String> ticked(Page page, String topic) {
        return Map.of(
                "topic",
                page.locator("tbody tr", new Page.LocatorOptions().setHasText(topic))
                        .locator("input[name=topic]")
                        .getAttribute("value"));
    }

    private static Map<String, Map<String, String>> theTopics(Page page) {
        Map<String, String> fields = new LinkedHashMap<>(written());
        fields.put("asked", page.locator("tbody input[name=asked]").first().getAttribute("value"));
        fields.put("target", "1");
        fields.put("merged", "1");
        fields.put("newTitle", "Clocks");
        fields.put("splitTitle", "Watches");
        fields.put("snoozeUntil", "2999-12-31");
        return with(
                fields,
                "resolve",
                "save",
                "dismiss",
                "restoreQuestions",
                "rename",
                "merge",
                "split",
                "move",
                "snooze",
                "wake",
                "reopen",
                "restore");
    }

    private static Map<String, String> written() {
        return Map.of(
                "question", "Whose is it?", "text", "Mine.", "language", "en", "owner", "vera", "review", "2999-12-31");
    }

    private static Map<String, Map<String, String>> with(Map<String, String> fields, String... buttons) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (String button : buttons) {
            all.put(button, fields);
        }
        return all;
    }

    /** @return what each button answers, by its page and its name */
    private Map<String, String> pressAll(String login, List<Form> forms) {
        Visitor visitor = screens.visitor(server).signedInAs(login);
        Map<String, String> told = new LinkedHashMap<>();
        for (Form form : forms) {
            form.buttons().forEach((button, fields) -> {
                Page page = visitor.open(form.address());
                told.put(form.address() + " " + button, press(page, form.id(), button, fields));
            });
        }
        return told;
    }

    private static String press(Page page, String form, String button, Map<String, String> fields) {
        return (String) page.evaluate(PRESS, List.of(form, button, fields));
    }

    /** How many changes of topics and answers stand on the record. */
    private long decisions() {
        String record = (String) screens.visitor(server)
                .signedInAs("ada")
                .open("/knowledge/audit.xhtml")
                .evaluate("async () => (await fetch('audit.csv')).text()");
        return record.lines()
                .filter(line -> line.matches(".*,(topic|answer)\\..*"))
                .count();
    }
}
