package org.answerloop.export.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.answerloop.export.model.PageState;
import org.answerloop.export.model.Separator;
import org.answerloop.fixture.MigratedDatabase;
import org.answerloop.report.application.Figures;
import org.answerloop.report.application.ReportSource;
import org.answerloop.report.application.ReportStory;
import org.answerloop.report.infrastructure.ConversationReportSource;
import org.answerloop.report.model.ReportFilter;
import org.answerloop.settings.Settings;
import org.answerloop.settings.SettingsReader;

/** Conversations whose names would be formulas in a sheet, their reports, and what is exported of them. */
record ExportedStory(Settings settings, Figures reports, ReportSource source, ReportHandouts handouts) {

    private static final Instant NOW = Instant.parse("2026-11-04T09:41:12.345678Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final String CHANNEL = "=cmd|'/c calc'!A1";
    static final String AGENT = "@SUM(1+1)*cmd";
    static final String QUESTION = "+1-1 \"quoted\",\r\n;\tsecond line";
    static final PageState PAGE = PageState.parse("from=2026-09-07&until=2026-11-04&bucket=week&compare=previous");

    /** On a database of its own. */
    static ExportedStory tell() throws SQLException {
        Map<String, String> configured = Map.of("answerloop.reporting.zone", ZONE.getId());
        Settings settings = new SettingsReader(name -> Optional.ofNullable(configured.get(name))).read(Set.of());
        DataSource dataSource = MigratedDatabase.H2.open("exported_" + System.nanoTime());
        new ReportStory(7, ZONE, NOW, 700).write(dataSource);
        change(
                dataSource,
                "update conversation set channel = '" + CHANNEL.replace("'", "''") + "' where channel = 'voice'");
        change(dataSource, "update conversation set agent_name = '" + AGENT + "' where agent_name = 'Aria'");
        change(dataSource, "update conversation set closed_by_name = '-2+3' where closed_by_name = 'Mate 1'");
        change(
                dataSource,
                "update message set text = '" + QUESTION + "' where mod(conversation_id, 3) = 0"
                        + " and author_kind = 'VISITOR'");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ReportSource source = new ConversationReportSource(dataSource, settings);
        Figures reports = new Figures(source, settings, clock);
        ReportHandouts handouts = new ReportHandouts(reports, settings, clock);
        return new ExportedStory(settings, reports, source, handouts);
    }

    /** What the exported page is narrowed to. */
    ReportFilter filter() {
        return handouts.filter(PAGE).filter();
    }

    static List<CsvRecord> csv(Separator separator, Consumer<ByteArrayOutputStream> writing) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writing.accept(file);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator.character())
                .detectBomHeader(true)
                .ofCsvRecord(new ByteArrayInputStream(file.toByteArray()))) {
            return reader.stream().toList();
        }
    }

    private static void change(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
