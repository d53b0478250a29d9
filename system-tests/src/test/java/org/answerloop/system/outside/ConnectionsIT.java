package org.answerloop.system.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.answerloop.connection.model.Platform;
import org.answerloop.connection.model.WebhookRequest;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator makes a connection on the page, and a platform delivers to it. */
@ExtendWith(RunningServer.class)
class ConnectionsIT {

    private static Chromium chromium;

    private final AnswerloopServer server;
    private Visitor administrator;

    ConnectionsIT(AnswerloopServer server) {
        this.server = server;
    }

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        administrator = Visitor.in(chromium.browser(), server).signedInAs("ada");
    }

    @AfterEach
    void close() {
        administrator.close();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void a_connection_of_every_platform_is_made_and_tried_out(Platform platform) {
        Page page = make("Tried " + platform, platform);

        page.click("#made a");
        page.click("#send");

        assertThat(page.locator("#trial .secret")).containsText("The test was taken in");
        assertThat(page.locator("#trial .secret")).containsText("Its events are stored");
        assertThat(page.locator("#deliveries tbody tr")).containsText(new String[] {"done"});
        assertThat(administrator.complaints()).isEmpty();
    }

    @Test
    void a_platform_delivers_with_the_secret_that_was_shown_once_and_then_with_the_next() throws Exception {
        Page page = make("Own system", Platform.STANDARD_WEBHOOKS);
        URI address = URI.create(page.textContent("#made-address"));
        String secret = page.textContent("#made-secret");
        page.click("#made a");
        assertThat(page.locator("h1")).hasText("Own system");
        assertThat(page.content()).doesNotContain(secret);

        assertThat(deliver(address, "first", secret)).isEqualTo(202);
        page.click("#add");
        String next = page.textContent("#new-secret");
        assertThat(deliver(address, "second", secret)).isEqualTo(202);
        assertThat(deliver(address, "third", next)).isEqualTo(202);
        page.click("#drop");
        assertThat(page.locator("#add")).isVisible();
        assertThat(deliver(address, "fourth", secret)).isEqualTo(401);

        Api api = Api.of(server);
        assertThat(Eventually.within(
                        Duration.ofSeconds(20),
                        () -> api.conversation("/tests/Own system", "c-1")
                                        .body()
                                        .path("timeline")
                                        .size()
                                == 3))
                .isTrue();
        page.reload();
        assertThat(page.locator("#deliveries .alert")).containsText("fits none of the secrets");
        page.click("#disable");
        assertThat(page.locator("#enable")).isVisible();
        assertThat(deliver(address, "fifth", next)).isEqualTo(404);
        assertThat(administrator.complaints()).isEmpty();
    }

    @Test
    void settings_are_changed_and_what_cannot_be_is_said() {
        Page page = make("Changing", Platform.ZENDESK);
        page.click("#made a");

        page.fill("#name", "Changed");
        page.selectOption("#grounding", "NEVER");
        page.fill("#agents", "900, 901");
        page.click("#save");
        assertThat(page.locator("#name")).hasValue("Changed");
        page.reload();
        assertThat(page.locator("h1")).hasText("Changed");
        assertThat(page.locator("#grounding")).hasValue("NEVER");
        assertThat(page.locator("#agents")).hasValue("900,901");

        page.fill("#secret", "short");
        page.click("#add");
        assertThat(page.locator("#messages")).containsText("A secret has 16 to 255 visible characters");
        assertThat(administrator.complaints()).isEmpty();
    }

    @Test
    void nobody_but_an_administrator_sees_connections() {
        Visitor manager = Visitor.in(chromium.browser(), server).signedInAs("maya");

        assertThat(manager.open("/knowledge/connections.xhtml").locator("h1"))
                .not()
                .hasText("Connections");
        assertThat(manager.page().locator("a[href='/knowledge/connections.xhtml']"))
                .hasCount(0);
        manager.close();
    }

    private Page make(String name, Platform platform) {
        Page page = administrator.open("/knowledge/connections.xhtml");
        page.selectOption("#platform", platform.name());
        page.fill("#name", name);
        page.fill("#source", "/tests/" + name);
        page.click("#create");
        assertThat(page.locator("#made")).containsText(name);
        return page;
    }

    private static int deliver(URI address, String id, String secret) throws IOException, InterruptedException {
        byte[] body = """
                {"specversion": "1.0", "id": "%s", "source": "/tests/Own system", "type": "message.posted",
                 "subject": "c-1", "time": "%s", "data": {"messageId": "%s", "author": {"kind": "visitor"},
                 "text": "Hello"}}""".formatted(id, Instant.now(), id).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).POST(BodyPublishers.ofByteArray(body));
        WebhookRequest unsigned = new WebhookRequest(address.toString(), Map.of(), body);
        Platform.STANDARD_WEBHOOKS
                .scheme()
                .sign(unsigned, id, secret, Instant.now())
                .forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
