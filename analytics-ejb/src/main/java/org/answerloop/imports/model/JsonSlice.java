package org.answerloop.imports.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The bytes of one JSON value in a file, found by its brackets and quotes alone: whether it is well formed is looked at
 * by the parser, of one value at a time.
 *
 * @param bytes null where there are more than are taken; they are passed over all the same
 * @param endsEarly the file ends before the value does
 */
record JsonSlice(byte[] bytes, boolean endsEarly) {

    static final JsonSlice END = new JsonSlice(null, true);

    /** @param file at the first byte of the value */
    static JsonSlice next(FileCursor file, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean tooMany = false;
        boolean quoted = false;
        boolean escaped = false;
        int depth = 0;
        for (int value = file.peek(); value >= 0; value = file.peek()) {
            if (!quoted && depth == 0 && bytes.size() > 0 && isDelimiter(value)) {
                break;
            }
            file.read();
            tooMany |= bytes.size() >= most;
            if (!tooMany) {
                bytes.write(value);
            }
            if (quoted) {
                quoted = escaped || value != '"';
                escaped = !escaped && value == '\\';
                if (!quoted && depth == 0) {
                    break;
                }
            } else if (value == '"') {
                quoted = true;
            } else if (value == '{' || value == '[') {
                depth++;
            } else if ((value == '}' || value == ']') && --depth <= 0) {
                break;
            }
        }
        return quoted || depth > 0 ? END : new JsonSlice(tooMany ? null : bytes.toByteArray(), false);
    }

    private static boolean isDelimiter(int value) {
        return value == ',' || value == ']' || value == '}' || value <= ' ';
    }
}
