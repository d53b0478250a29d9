package org.answerloop.system.outside;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.ServerFolder;
import org.answerloop.system.server.StoppablePostgres;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a server on PostgreSQL, and that PostgreSQL: the same ones for all who do something to a database. */
final class OnPostgres implements ParameterResolver {

    private record Installed(StoppablePostgres postgres, AnswerloopServer server) implements AutoCloseable {

        static Installed start() {
            StoppablePostgres postgres = StoppablePostgres.start(Path.of("target/postgres-of-failures"));
            Map<String, String> settings = new TreeMap<>(RunningServer.settings());
            settings.putAll(postgres.settings());
            settings.put("ANSWERLOOP_ROLLUP_INTERVAL", "PT1S");
            return new Installed(postgres, AnswerloopServer.start(ServerFolder.create("on-postgres", settings)));
        }

        @Override
        public void close() {
            server.close();
            postgres.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == AnswerloopServer.class || type == StoppablePostgres.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Installed installed = context.getRoot()
                .getStore(Namespace.create(OnPostgres.class))
                .computeIfAbsent(Installed.class, type -> Installed.start(), Installed.class);
        return parameter.getParameter().getType() == AnswerloopServer.class ? installed.server() : installed.postgres();
    }
}
