package org.answerloop.gap.model;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Numbers of questions, in the order in which they came. */
final class Members {

    private long[] questions = new long[1];
    private int size;

    void add(long question) {
        if (size == questions.length) {
            questions = Arrays.copyOf(questions, size * 2);
        }
        questions[size++] = question;
    }

    void remove(long question) {
        for (int place = 0; place < size; place++) {
            if (questions[place] == question) {
                System.arraycopy(questions, place + 1, questions, place, --size - place);
                return;
            }
        }
    }

    int size() {
        return size;
    }

    LongStream stream() {
        return Arrays.stream(questions, 0, size);
    }
}
