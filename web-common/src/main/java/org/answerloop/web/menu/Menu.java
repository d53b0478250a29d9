package org.answerloop.web.menu;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.answerloop.gap.application.Topics;
import org.answerloop.web.person.SignedInPerson;
import org.answerloop.wording.Formats;

/** The menu as this person sees it: a page that they may not open is not offered. */
@Named
@RequestScoped
public class Menu {

    private static final MenuGroup PERFORMANCE = new MenuGroup(
            "performance",
            List.of(new MenuEntry("reports", "/reporting/"), new MenuEntry("gaps", "/knowledge/", true)));
    private static final MenuGroup CONTENT =
            new MenuGroup("content", List.of(new MenuEntry("answers", "/knowledge/answers.xhtml")));
    private static final MenuGroup ADMINISTRATION = new MenuGroup(
            "administration",
            List.of(
                    new MenuEntry("seats", "/knowledge/seats.xhtml"),
                    new MenuEntry("people", "/knowledge/people.xhtml"),
                    new MenuEntry("keys", "/knowledge/keys.xhtml"),
                    new MenuEntry("connections", "/knowledge/connections.xhtml"),
                    new MenuEntry("imports", "/knowledge/imports.xhtml"),
                    new MenuEntry("events", "/knowledge/events.xhtml"),
                    new MenuEntry("audit", "/knowledge/audit.xhtml"),
                    new MenuEntry("settings", "/knowledge/settings.xhtml")));

    private SignedInPerson person;
    private Topics topics;
    private Formats formats;
    private String openGaps;

    /** For the proxy. */
    protected Menu() {}

    /** The menu of that person. */
    @Inject
    public Menu(SignedInPerson person, Topics topics, Formats formats) {
        this.person = person;
        this.topics = topics;
        this.formats = formats;
    }

    public List<MenuGroup> getGroups() {
        List<MenuGroup> groups = new ArrayList<>();
        groups.add(PERFORMANCE);
        groups.add(CONTENT);
        if (person.isAdministrator()) {
            groups.add(ADMINISTRATION);
        }
        return groups;
    }

    /** How many knowledge gaps are open; empty where none is, and for those who may not see them. */
    public String getOpenGaps() {
        if (openGaps == null) {
            openGaps = person.getRole() == null ? "" : text(topics.countOpen());
        }
        return openGaps;
    }

    private String text(int open) {
        if (open > Topics.MOST_OPEN) {
            return formats.count(Topics.MOST_OPEN) + "+";
        }
        return open == 0 ? "" : formats.count(open);
    }
}
