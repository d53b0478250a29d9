package org.answerloop.kernel;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One connection in one transaction, from beginning to end as of the moment of its first query (repeatable read, which is a
 * snapshot in H2 and in PostgreSQL): whatever others commit meanwhile, it doesn't see. It reads only, outside of the
 * container's transactions, and on the thread that opened it.
 */
public final class HeldConnection implements AutoCloseable {

    private final Connection connection;
    private final int usualIsolation;

    private HeldConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.usualIsolation = connection.getTransactionIsolation();
    }

    /** @param dataSource that gives a connection outside of any transaction */
    public static HeldConnection of(DataSource dataSource) {
        try {
            HeldConnection held = new HeldConnection(dataSource.getConnection());
            held.begin();
            return held;
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    private void begin() throws SQLException {
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For queries that ask for a connection each: each gets this one, and leaves it open. */
    public DataSource dataSource() {
        Connection lent = proxy(
                Connection.class,
                (proxy, method, arguments) ->
                        "close".equals(method.getName()) ? null : call(connection, method, arguments));
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if ("getConnection".equals(method.getName())) {
                return lent;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(HeldConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(usualIsolation);
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }
}
