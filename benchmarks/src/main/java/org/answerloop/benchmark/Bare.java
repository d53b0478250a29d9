package org.answerloop.benchmark;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Tables without their indexes and constraints, which is how much is loaded quickly; they come back with {@link #restore}. */
final class Bare {

    private static final String CONSTRAINTS = """
            select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname,
                   'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' '
                     || pg_get_constraintdef(oid) || case contype when 'f' then ' not valid' else '' end
              from pg_constraint
             where contype = any (?) and (conrelid::regclass::text = any (?) or confrelid::regclass::text = any (?))""";

    private static final String INDEXES = """
            select 'drop index ' || indexname, indexdef
              from pg_indexes
             where tablename = any (?) and indexname not in (select conname from pg_constraint)""";

    private final Postgres postgres;
    private final String database;
    private final List<String> keys = new ArrayList<>();
    private final List<String> references = new ArrayList<>();

    private Bare(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    static Bare make(Postgres postgres, String database, List<String> tables) throws SQLException {
        Bare bare = new Bare(postgres, database);
        try (Connection connection = postgres.open(database)) {
            Array names = connection.createArrayOf("text", tables.toArray());
            bare.drop(
                    connection,
                    CONSTRAINTS,
                    bare.references,
                    connection.createArrayOf("\"char\"", new String[] {"f"}),
                    names,
                    names);
            bare.drop(connection, INDEXES, bare.keys, names);
            bare.drop(
                    connection,
                    CONSTRAINTS,
                    bare.keys,
                    connection.createArrayOf("\"char\"", new String[] {"p", "u"}),
                    names,
                    names);
        }
        return bare;
    }

    void restore() throws SQLException, InterruptedException {
        Parallel.run(keys.stream().map(this::running).toList());
        for (String reference : references) {
            postgres.run(database, reference);
        }
    }

    private Callable<Void> running(String statement) {
        return () -> {
            postgres.run(database, statement);
            return null;
        };
    }

    private void drop(Connection connection, String query, List<String> back, Object... values) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    back.add(rows.getString(2));
                }
            }
        }
        for (String drop : drops) {
            try (PreparedStatement statement = connection.prepareStatement(drop)) {
                statement.execute();
            }
        }
    }
}
