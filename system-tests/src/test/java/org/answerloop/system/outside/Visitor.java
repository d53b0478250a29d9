package org.answerloop.system.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import org.answerloop.system.server.AnswerloopServer;

/** Somebody in front of a browser, who also sees what the browser complains about. */
final class Visitor implements AutoCloseable {

    /** A bound for a machine that has much else to do; most waits end within a second. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final AnswerloopServer server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(AnswerloopServer server, BrowserContext context) {
        this.server = server;
        this.context = context;
        context.setDefaultTimeout(PATIENCE.toMillis());
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.url() + ": " + response.status());
            }
        });
    }

    static Visitor in(Browser browser, AnswerloopServer server, int width, int height, ColorScheme scheme) {
        return new Visitor(
                server,
                browser.newContext(new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Paris")));
    }

    static Visitor in(Browser browser, AnswerloopServer server) {
        return in(browser, server, 1440, 900, ColorScheme.LIGHT);
    }

    /** Signs in on the way to the reports. */
    Visitor signedInAs(String name) {
        open("/reporting/");
        page.fill("#user", name);
        page.fill("#password", name);
        page.click("button.button-primary");
        page.waitForURL(address -> address.contains("/reporting/") && !address.contains("login"));
        return this;
    }

    Page open(String path) {
        page.navigate(server.address(path).toString());
        page.waitForLoadState(LoadState.LOAD);
        return page;
    }

    Page page() {
        return page;
    }

    void photograph(String name) {
        page.screenshot(new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** Whether something lies beyond the right edge of the screen. */
    boolean hasToScrollSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
