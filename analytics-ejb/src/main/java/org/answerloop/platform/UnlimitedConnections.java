package org.answerloop.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Connections whose statements, locks and transactions may last as long as they need, as long as they are borrowed: to
 * build an index over millions of rows takes minutes, and meanwhile other servers wait for their turn. Given back, each is as
 * limited as before. H2 has none of these limits.
 */
final class UnlimitedConnections {

    private static final List<String> LIMITS =
            List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout");

    private UnlimitedConnections() {}

    static DataSource of(DataSource limited) {
        return proxy(DataSource.class, limited, (proxy, method, arguments) -> {
            Object result = invoke(limited, method, arguments);
            return result instanceof Connection connection && isPostgres(connection) ? unlimited(connection) : result;
        });
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static Connection unlimited(Connection connection) throws SQLException {
        for (String limit : LIMITS) {
            execute(connection, "set " + limit + " = 0");
        }
        return proxy(Connection.class, connection, (proxy, method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                limit(connection);
            }
            return invoke(connection, method, arguments);
        });
    }

    private static void limit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            // What is not committed by now never is; and a setting would go with it.
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (String limit : LIMITS) {
            execute(connection, "reset " + limit);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, T target, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }
}
