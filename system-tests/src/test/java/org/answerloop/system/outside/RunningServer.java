package org.answerloop.system.outside;

import java.util.Map;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.ServerFolder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one server that is started for all of them, and stops it after the last. */
final class RunningServer implements ParameterResolver {

    static final String API_KEY = "al_key_of_the_system_tests";

    /** The one address whose word the server takes about where requests come from. */
    static final String PROXY = "127.0.0.77";

    /** As much as a file to import may have. */
    static final String IMPORT_BYTES = "67108864";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AnswerloopServer.class;
    }

    @Override
    public AnswerloopServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes what it holds.
        return context.getRoot()
                .getStore(Namespace.create(RunningServer.class))
                .computeIfAbsent(AnswerloopServer.class, type -> start(), AnswerloopServer.class);
    }

    private static AnswerloopServer start() {
        return AnswerloopServer.start(ServerFolder.createWithStrangers("outside", settings()));
    }

    /** Verdicts come at once: a test tells of a conversation that is over, and waits a second or two. */
    static Map<String, String> settings() {
        return Map.of(
                "ANSWERLOOP_MODE", "development",
                "ANSWERLOOP_REPORTING_ZONE", "Europe/Paris",
                "ANSWERLOOP_EVALUATION_INTERVAL", "PT1S",
                "ANSWERLOOP_EVALUATION_GRACE", "PT1S",
                "ANSWERLOOP_CONNECTION_HOSTS", "127.0.0.1",
                "ANSWERLOOP_TRUSTED_PROXIES", PROXY,
                "ANSWERLOOP_IMPORT_BYTES", IMPORT_BYTES,
                "ANSWERLOOP_BOOTSTRAP_API_KEY", API_KEY);
    }
}
