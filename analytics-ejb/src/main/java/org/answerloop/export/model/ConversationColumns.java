package org.answerloop.export.model;

import java.util.List;

import org.answerloop.report.model.ConversationRow;

/** One conversation as one row. */
public final class ConversationColumns {

    private final ExportTexts texts;

    public ConversationColumns(ExportTexts texts) {
        this.texts = texts;
    }

    public List<Column> columns() {
        String zone = texts.zone().getId();
        return List.of(
                words("list.source"),
                words("list.conversation"),
                new Column(texts.of("list.began", zone), Column.Kind.MOMENT),
                new Column(texts.of("list.first_part", zone), Column.Kind.MOMENT),
                words("list.channel"),
                words("list.language"),
                words("list.agent"),
                words("list.state"),
                words("list.question"));
    }

    public List<Cell> cells(ConversationRow row) {
        return List.of(
                Cell.of(row.source()),
                Cell.of(row.externalId()),
                Cell.of(row.beganAt()),
                Cell.of(row.firstPartAt()),
                Cell.of(texts.labels().channel(row.channel())),
                Cell.of(row.language()),
                Cell.of(row.agentName()),
                Cell.of(texts.of("state." + row.state())),
                Cell.of(row.firstQuestion()));
    }

    private Column words(String key) {
        return new Column(texts.of(key), Column.Kind.WORDS);
    }
}
