package org.answerloop.system.outside;

import java.time.Duration;

import org.answerloop.system.server.AnswerloopServer;
import org.answerloop.system.server.ServerFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that has run out of memory does not linger. */
class OutOfMemoryIT {

    /** What the virtual machine says of itself. */
    private static final int OUT_OF_MEMORY = 3;

    @Test
    void an_error_of_the_memory_ends_the_process() {
        ServerFolder folder = ServerFolder.create("out-of-memory", RunningServer.settings());
        folder.option("-Xms8m");
        folder.option("-Xmx20m");
        try (AnswerloopServer server = AnswerloopServer.launch(folder)) {
            assertThat(server.endedWithin(Duration.ofMinutes(2))).isEqualTo(OUT_OF_MEMORY);
            assertThat(server.console()).contains("Terminating due to java.lang.OutOfMemoryError");
        }
    }
}
