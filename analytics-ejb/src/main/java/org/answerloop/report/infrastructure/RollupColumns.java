package org.answerloop.report.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.answerloop.report.model.Closings;
import org.answerloop.report.model.Closings.Closer;
import org.answerloop.report.model.Measure;

/** The columns of the rollup: one for each measure, named after it. */
final class RollupColumns {

    static final List<Measure> MEASURES = List.of(Measure.values());

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Closer>> CLOSERS = new TypeReference<>() {};

    private RollupColumns() {}

    static String of(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    /** With commas between them. */
    static String of(Collection<Measure> measures) {
        return measures.stream().map(RollupColumns::of).collect(Collectors.joining(", "));
    }

    static String all() {
        return of(Arrays.asList(Measure.values()));
    }

    static Map<Measure, Long> read(ResultSet row, Collection<Measure> measures) throws SQLException {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        for (Measure measure : measures) {
            values.put(measure, row.getLong(of(measure)));
        }
        return values;
    }

    /** Null where nobody closed anything. */
    static String write(Closings closings) {
        if (closings.byTeammate().isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(closings.byTeammate());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and numbers can be written", e);
        }
    }

    static Closings closings(String column) {
        if (column == null) {
            return Closings.NONE;
        }
        try {
            return new Closings(JSON.readValue(column, CLOSERS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rollup holds closings that nobody wrote", e);
        }
    }
}
