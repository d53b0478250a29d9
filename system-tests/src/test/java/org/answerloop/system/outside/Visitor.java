package org.answerloop.system.outside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.LoadState;
import org.answerloop.system.server.AnswerloopServer;

/** Somebody in front of a browser, who also sees what the browser complains about. */
final class Visitor implements AutoCloseable {

    /** A bound for a machine that has much else to do; most waits end within a second. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final AnswerloopServer server;
    private final BrowserContext context;
    private final Passes passes;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(AnswerloopServer server, BrowserContext context, Passes passes) {
        this.server = server;
        this.context = context;
        this.passes = passes;
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

    /** Signs in on the way to the reports; those who have done so before are known by what they were given then. */
    Visitor signedInAs(String name) {
        passes.of(server, name).ifPresentOrElse(context::addCookies, () -> signIn(name));
        return this;
    }

    private void signIn(String name) {
        open("/reporting/");
        page.fill("#user", name);
        page.fill("#password", name);
        page.click("button.button-primary");
        page.waitForURL(address -> address.contains("/reporting/") && !address.contains("login"));
        passes.keep(server, name, context.cookies());
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

    /** What they saw last stays on their screen until the test is over: were it to fail, a picture of it is taken. */
    @Override
    public void close() {}

    void leave() {
        context.close();
    }
}
