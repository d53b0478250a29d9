package org.answerloop.benchmark;

import java.io.IOException;
import java.sql.SQLException;

/** Something that is measured from beginning to end. */
interface Benchmark {

    Result measure() throws IOException, SQLException, InterruptedException;
}
