package org.answerloop.system.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.answerloop.system.server.ServerFolder;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares the server that Arquillian runs the in-container tests in, with the database that {@code -Danswerloop.database}
 * names: {@code h2} or {@code postgresql}. Without that property these tests do not run, and nothing is prepared.
 */
public final class InsideServer implements LauncherSessionListener {

    private EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String database = System.getProperty("answerloop.database");
        if (database == null) {
            return;
        }
        Map<String, String> environment = new TreeMap<>();
        environment.put("ANSWERLOOP_MODE", "development");
        // The tests wake the evaluation and the rollup themselves, when they have moved the clock.
        environment.put("ANSWERLOOP_EVALUATION_INTERVAL", "PT1H");
        environment.put("ANSWERLOOP_EVALUATION_GRACE", "PT10M");
        environment.put("ANSWERLOOP_ROLLUP_INTERVAL", "PT1H");
        // Platforms are pretended on this machine.
        environment.put("ANSWERLOOP_CONNECTION_HOSTS", "127.0.0.1,localhost");
        if ("postgresql".equals(database)) {
            environment.putAll(connectionToPostgres());
        }
        // Arquillian knows a running server by its name, on the whole machine.
        String name = database + ProcessHandle.current().pid();
        ServerFolder folder = ServerFolder.create(name, environment);
        folder.override("arquillian.xml", """
                <server>
                  <featureManager><feature>localConnector-1.0</feature></featureManager>
                  <applicationMonitor dropinsEnabled="true" updateTrigger="polled" pollingRate="250ms"/>
                </server>
                """);
        // A platform that a test pretends answers in two packets, of which the second is not to wait for the other's
        // receipt.
        folder.option("-Dsun.net.httpserver.nodelay=true");
        // Two editors at once take more than the one who comes with the demo.
        folder.edit(
                "demo-users.xml",
                "<user name=\"edgar\" password=\"edgar\"/>",
                "<user name=\"edgar\" password=\"edgar\"/><user name=\"edith\" password=\"edith\"/>"
                        + "<user name=\"emil\" password=\"emil\"/>");
        folder.edit(
                "demo-users.xml",
                "<member name=\"edgar\"/>",
                "<member name=\"edgar\"/><member name=\"edith\"/><member name=\"emil\"/>");
        // The tests sign in by themselves, in the request that runs them.
        folder.edit(
                "server.xml",
                "addresses=\"/reporting/sign-in",
                "addresses=\"/" + AnswerloopEar.TESTS + "/ArquillianServletRunnerEE9 /reporting/sign-in");
        System.setProperty("answerloop.server", folder.name());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Map<String, String> connectionToPostgres() {
        try {
            postgres = EmbeddedPostgres.start();
            return Map.of(
                    "ANSWERLOOP_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                    "ANSWERLOOP_DB_USER", "postgres",
                    "ANSWERLOOP_DB_PASSWORD", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
