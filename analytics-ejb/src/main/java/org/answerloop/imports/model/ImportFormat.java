package org.answerloop.imports.model;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a file may be, each with the parameters that it takes. */
public enum ImportFormat {
    /** Events of the contract, one a line. */
    EVENTS("events", List.of()) {
        @Override
        void read(ImportOptions options) {
            // A line says everything itself.
        }

        @Override
        public ImportReader reader(SeekableByteChannel file, Checkpoint from, ImportOptions options)
                throws IOException {
            return new EventLines(file, from);
        }
    },
    /** A table with a row for each message or event. */
    CSV("csv", List.of("source", "channel", "language", "agentId", "agentName", "separator", "zone")) {
        @Override
        void read(ImportOptions options) {
            options.csv();
        }

        @Override
        public ImportReader reader(SeekableByteChannel file, Checkpoint from, ImportOptions options)
                throws IOException {
            return new CsvRows(file, from, options.csv());
        }
    },
    /** Conversations in the OpenAI chat format. */
    OPENAI_CHAT(
            "openai-chat",
            List.of(
                    "source",
                    "prefix",
                    "channel",
                    "language",
                    "agentId",
                    "agentName",
                    "firstTime",
                    "step",
                    "spread",
                    "handoffTool",
                    "messages")) {
        @Override
        void read(ImportOptions options) {
            options.transcripts();
        }

        @Override
        public ImportReader reader(SeekableByteChannel file, Checkpoint from, ImportOptions options)
                throws IOException {
            return new OpenAiTranscripts(file, from, options.transcripts());
        }
    };

    private final String label;
    private final List<String> parameters;

    ImportFormat(String label, List<String> parameters) {
        this.label = label;
        this.parameters = parameters;
    }

    abstract void read(ImportOptions options);

    /** @throws IOException where the file cannot be read, or is not of this format at all */
    public abstract ImportReader reader(SeekableByteChannel file, Checkpoint from, ImportOptions options)
            throws IOException;

    /** @throws UnusableImportException naming the first parameter that cannot be used */
    public void check(ImportOptions options) {
        options.check(parameters);
        read(options);
    }

    /** As the API writes it. */
    public String label() {
        return label;
    }

    /** The names of what may be said beside the file. */
    public List<String> parameters() {
        return parameters;
    }

    public static ImportFormat labelled(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new UnusableImportException(
                        "format",
                        Arrays.stream(values()).map(ImportFormat::label).collect(Collectors.joining(", "))));
    }
}
