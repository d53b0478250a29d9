package org.answerloop.system.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.answerloop.system.server.AnswerloopServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of {@code docs/sending-events.md}, run as they stand there. */
@ExtendWith(RunningServer.class)
class DocumentedClientsIT {

    private static final Path DOCUMENT = Path.of("../docs/sending-events.md");
    private static final int TEN_LINES = 10;

    private final AnswerloopServer server;

    @TempDir
    private Path folder;

    DocumentedClientsIT(AnswerloopServer server) {
        this.server = server;
    }

    @Test
    void curl_sends_an_event() throws Exception {
        assumeThatThereIs("curl");
        Path script = example("bash", "send-event.sh");

        assertThatItSends("/examples/curl", "bash", script.toString());
    }

    @Test
    void java_sends_an_event() throws Exception {
        Path source = example("java", "SendEvent.java");

        assertThatItSends(
                "/examples/java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString());
    }

    @Test
    void python_sends_an_event() throws Exception {
        assumeThatThereIs("python3");
        Path script = example("python", "send_event.py");

        assertThatItSends("/examples/python", "python3", script.toString());
    }

    private void assertThatItSends(String source, String... command) throws Exception {
        assertThat(run(command)).contains("\"id\":\"event-1\"", "\"status\":\"accepted\"");
        assertThat(run(command)).contains("\"status\":\"duplicate\"");
        assertThat(Api.of(server).conversation(source, "conversation-1").text()).contains("Where is my parcel?");
    }

    /** Takes the one example in that language out of the document. */
    private Path example(String language, String file) throws IOException {
        Matcher block = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).as("an example in %s", language).isTrue();
        assertThat(block.group(1).lines()).hasSizeLessThanOrEqualTo(TEN_LINES);
        return Files.writeString(folder.resolve(file), block.group(1));
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ANSWERLOOP_URL", server.address().toString());
        builder.environment().put("ANSWERLOOP_API_KEY", RunningServer.API_KEY);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static void assumeThatThereIs(String program) throws InterruptedException {
        boolean found = isThere(program);
        if (!found) {
            System.getLogger(DocumentedClientsIT.class.getName())
                    .log(System.Logger.Level.INFO, "Skipped: {0} is not installed here.", program);
        }
        Assumptions.assumeTrue(found, program + " is not installed here");
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
