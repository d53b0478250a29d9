package org.answerloop.imports.model;

import java.io.IOException;

/** What a file says about its encoding at its beginning: UTF-8 is read, with its mark or without. */
final class Encoding {

    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};

    private Encoding() {}

    /** @throws UnusableFileException where it is another one */
    static void passMark(FileCursor file) throws IOException {
        if (file.skip(UTF_16_LITTLE) || file.skip(UTF_16_BIG)) {
            throw new UnusableFileException(
                    FileFault.OTHER_ENCODING, "", "The file is in UTF-16; save it as UTF-8 and send it again.");
        }
        file.skip(UTF_8);
    }
}
