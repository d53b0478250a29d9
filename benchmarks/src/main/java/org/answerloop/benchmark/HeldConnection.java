package org.answerloop.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Gives the connection of a transaction to whoever asks for one, as a container does. For one thread. */
final class HeldConnection {

    private Connection held;

    void hold(Connection connection) {
        held = connection;
    }

    DataSource asDataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return proxy(Connection.class, (connection, ofConnection, with) -> {
                try {
                    // It is closed with its transaction.
                    return ofConnection.getName().equals("close") ? null : ofConnection.invoke(held, with);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(HeldConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
