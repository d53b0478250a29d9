package org.answerloop.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process holds of the machine's memory, in MiB, as Linux tells; 0 where the system does not tell.
 *
 * @param now at this moment
 * @param most at any moment since it began
 */
record ResidentMemory(long now, long most) {

    private static final long KIB_IN_MIB = 1024;

    static ResidentMemory of(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return new ResidentMemory(mebibytes(status, "VmRSS:"), mebibytes(status, "VmHWM:"));
    }

    private static long mebibytes(Path status, String name) throws IOException {
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_IN_MIB)
                .findFirst()
                .orElse(0);
    }
}
