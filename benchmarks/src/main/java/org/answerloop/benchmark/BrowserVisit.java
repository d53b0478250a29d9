package org.answerloop.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * The page in a browser without a window and with an empty cache: what comes over the wire, and when all of it stands.
 *
 * @param requests how many
 * @param bytes received, headers included, as they are on the wire
 * @param standing milliseconds from the click until every chart is painted
 */
record BrowserVisit(int requests, long bytes, Latencies standing) {

    private static final List<String> NAMES =
            List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

    /** Two frames after the last chart is in the document it has been painted. */
    private static final String PAINTED = """
            () => new Promise(done => {
              const look = () => document.readyState === 'complete' && document.querySelectorAll('svg').length > 0
                ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
                : requestAnimationFrame(look);
              look();
            })""";

    private static final String CHARTS = "() => document.querySelectorAll('.plot-area, .ranking-bar').length";

    /** Empty where the machine has no browser. */
    static Optional<BrowserVisit> of(Server server, String path, int times) {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            return Optional.empty();
        }
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(executable.get())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync",
                                        "--no-first-run")))) {
            AtomicInteger requests = new AtomicInteger();
            AtomicLong bytes = new AtomicLong();
            double[] standing = new double[times];
            for (int i = 0; i < times; i++) {
                requests.set(0);
                bytes.set(0);
                try (BrowserContext context =
                        browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
                    standing[i] = visit(context.newPage(), server, path, requests, bytes);
                }
            }
            return Optional.of(new BrowserVisit(requests.get(), bytes.get(), new Latencies(standing, 0, 0)));
        }
    }

    private static double visit(Page page, Server server, String path, AtomicInteger requests, AtomicLong bytes) {
        page.navigate(server.address(path).toString());
        page.fill("input[name=user]", Server.MANAGER);
        page.fill("input[name=password]", Server.MANAGER);
        page.click("form[action$=sign-in] button");
        page.waitForSelector(
                "input[name=user]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForLoadState();
        CDPSession wire = page.context().newCDPSession(page);
        wire.send("Network.enable");
        wire.send("Network.clearBrowserCache");
        wire.on("Network.requestWillBeSent", event -> requests.incrementAndGet());
        wire.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        page.navigate(server.address(path).toString());
        double painted = ((Number) page.evaluate(PAINTED)).doubleValue();
        if (((Number) page.evaluate(CHARTS)).intValue() == 0) {
            throw new IllegalStateException("There is no chart on " + page.url());
        }
        return painted;
    }

    private static Optional<Path> executable() {
        List<Path> folders = new ArrayList<>(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList());
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders.toArray(Path[]::new)).map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
