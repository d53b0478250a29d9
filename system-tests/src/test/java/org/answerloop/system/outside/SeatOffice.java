package org.answerloop.system.outside;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.answerloop.system.server.AnswerloopServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An administrator in front of the page of the seats. */
record SeatOffice(Screens screens, AnswerloopServer server) {

    private static final String SEATS = "/knowledge/seats.xhtml";

    /** To somebody who has signed in; they may have one already. */
    void give(String login) {
        Page page = open();
        if (held(page, login).count() == 0) {
            page.selectOption("#login", login);
            page.click("#give");
            assertThat(page.locator("[role=status]")).hasText(login + " has a seat now.");
        }
    }

    /** They may have none any more. */
    void takeFrom(String login) {
        Page page = open();
        Locator held = held(page, login);
        if (held.count() > 0) {
            held.locator("summary").click();
            held.locator("button").click();
            assertThat(page.locator("[role=status]")).hasText(login + " has no seat any more.");
        }
    }

    private static Locator held(Page page, String login) {
        return page.locator("#held tbody tr", new Page.LocatorOptions().setHasText(login));
    }

    private Page open() {
        return screens.visitor(server).signedInAs("ada").open(SEATS);
    }
}
