package org.answerloop.system.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.answerloop.connection.model.Platform;
import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.Eventually;
import org.answerloop.system.story.PretendedChatwoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** An administrator makes a connection on the page, and a platform delivers to it. */
@ExtendWith({RunningServer.class, InTheBrowser.class})
class ConnectionsIT {

    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(30_000);

    private final AnswerloopServer server;
    private final Screens screens;
    private final Visitor administrator;

    ConnectionsIT(AnswerloopServer server, Screens screens) {
        this.server = server;
        this.screens = screens;
        this.administrator = screens.visitor(server).signedInAs("ada");
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
    void deliveries_that_failed_are_tried_again_together_once_the_cause_is_mended() throws Exception {
        HttpServer hubspot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hubspot.createContext("/", exchange -> {
            byte[] message = """
                    {"id": "%s", "createdAt": "2026-01-01T00:00:00Z", "direction": "INCOMING", "text": "Hello",
                     "senders": [{"actorId": "V-1"}]}""".formatted(messageId(exchange)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, message.length);
            exchange.getResponseBody().write(message);
            exchange.close();
        });
        hubspot.start();
        try {
            Page page = make("Mended", Platform.HUBSPOT);
            URI address = URI.create(page.textContent("#made-address"));
            String secret = page.textContent("#made-secret");
            page.click("#made a");
            String body = "[{\"subscriptionType\": \"conversation.newMessage\", \"objectId\": \"t-1\","
                    + " \"messageId\": \"m-1\", \"occurredAt\": 1767225600000}]";
            assertThat(Delivery.send(address, Platform.HUBSPOT, "", secret, body))
                    .isEqualTo(202);
            assertThat(Delivery.send(address, Platform.HUBSPOT, "", secret, body.replace("-1", "-2")))
                    .isEqualTo(202);
            Locator delivery = page.locator("#deliveries tbody tr");
            waitFor(page, () -> delivery.getByText("failed").count() == 2);
            assertThat(delivery.first()).containsText("give the connection the address of its API and a token");

            page.fill("#apiBase", "http://localhost:" + hubspot.getAddress().getPort());
            page.fill("#apiToken", "token");
            page.click("#ask");
            assertThat(page.locator("#messages")).containsText("ANSWERLOOP_CONNECTION_HOSTS");
            assertThat(page.locator("#api")).containsText("There is none yet");
            page.fill("#apiBase", "http://127.0.0.1:" + hubspot.getAddress().getPort());
            page.fill("#apiToken", "token");
            page.click("#ask");
            assertThat(page.locator("#api")).containsText("The platform is asked at http://127.0.0.1");
            page.click("#retryAll");
            waitFor(page, () -> delivery.getByText("done").count() == 2);

            assertThat(delivery.getByText("Try again")).hasCount(0);
            assertThat(page.locator("#retryAll")).hasCount(0);
            page.getByText("Only failures").click();
            assertThat(delivery).hasCount(0);
            page.getByText("All deliveries").click();
            assertThat(delivery).hasCount(2);
            assertThat(Api.of(server).conversation("/tests/Mended", "t-1").status())
                    .isEqualTo(200);
            assertThat(administrator.complaints()).isEmpty();
        } finally {
            hubspot.stop(0);
        }
    }

    private static String messageId(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void what_webhooks_missed_is_asked_for_and_why_that_fails_is_said() {
        try (PretendedChatwoot chatwoot = PretendedChatwoot.start()) {
            Page page = make("Reconciled", Platform.CHATWOOT);
            chatwoot.conversation(7, "pending", Instant.now().minusSeconds(3600));
            chatwoot.visitorWrites(71, 7, "Hello", Instant.now().plusSeconds(5));
            page.click("#made a");
            assertThat(page.locator("#reconciliation")).containsText("Give the access to the platform first.");
            assertThat(page.locator("#reconcile")).hasCount(0);

            page.fill("#apiBase", chatwoot.api());
            page.fill("#apiToken", "wrong");
            page.click("#ask");
            Locator panel = page.locator("#reconciliation");
            assertThat(panel).containsText("the platform gave no usable answer", PATIENT);
            page.fill("#apiToken", PretendedChatwoot.TOKEN);
            page.click("#ask");
            assertThat(panel).containsText("1 conversation, 1 event found.", PATIENT);
            assertThat(panel).not().containsText("no usable answer");
            page.click("#reconcile");

            assertThat(panel).containsText("1 conversation, nothing missed.", PATIENT);
            assertThat(Api.of(server).conversation("/tests/Reconciled", "7").status())
                    .isEqualTo(200);
            assertThat(administrator.complaints()).isEmpty();
        }
    }

    /** The page is refreshed by hand, as a person does it. */
    private static void waitFor(Page page, BooleanSupplier shown) {
        assertThat(Eventually.within(Duration.ofSeconds(30), () -> {
                    page.click("#refresh");
                    page.waitForTimeout(300);
                    return shown.getAsBoolean();
                }))
                .isTrue();
    }

    @Test
    void settings_are_changed_and_what_cannot_be_is_said() {
        Page page = make("Changing", Platform.ZENDESK);
        page.click("#made a");

        page.fill("#name", "Changed");
        page.selectOption("#grounding", "NEVER");
        page.fill("#agents", "900, 901");
        page.fill("#tickets", "https://desk.example.com/é/{id}");
        page.click("#save");
        assertThat(page.locator("#messages")).containsText("Give an address of a ticket");
        page.fill("#tickets", "https://desk.example.com/tickets/{id}");
        page.click("#save");
        assertThat(page.locator("#version")).hasValue("2");
        page.reload();
        assertThat(page.locator("h1")).hasText("Changed");
        assertThat(page.locator("#grounding")).hasValue("NEVER");
        assertThat(page.locator("#agents")).hasValue("900,901");
        assertThat(page.locator("#tickets")).hasValue("https://desk.example.com/tickets/{id}");

        page.fill("#secret", "short");
        page.click("#add");
        assertThat(page.locator("#messages")).containsText("A secret has 16 to 255 visible characters");
        assertThat(administrator.complaints()).isEmpty();
    }

    @Test
    void nobody_but_an_administrator_sees_connections() {
        Visitor manager = screens.visitor(server).signedInAs("maya");

        assertThat(manager.open("/knowledge/connections.xhtml").locator("h1"))
                .not()
                .hasText("Connections");
        assertThat(manager.page().locator("a[href='/knowledge/connections.xhtml']"))
                .hasCount(0);
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
        return Delivery.send(address, Platform.STANDARD_WEBHOOKS, id, secret, """
                {"specversion": "1.0", "id": "%s", "source": "/tests/Own system", "type": "message.posted",
                 "subject": "c-1", "time": "%s", "data": {"messageId": "%s", "author": {"kind": "visitor"},
                 "text": "Hello"}}""".formatted(id, Instant.now(), id));
    }
}
