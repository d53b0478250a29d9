package org.answerloop.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the command line says: a word, and numbers such as {@code --events=200000}.
 *
 * @param what the benchmark
 */
record Options(String what, Map<String, Integer> numbers) {

    static Options of(String... arguments) {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Say what to measure.");
        }
        Map<String, Integer> numbers = Arrays.stream(arguments)
                .skip(1)
                .map(argument -> argument.replaceFirst("^--", "").split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1].replace("_", ""))));
        return new Options(arguments[0], numbers);
    }

    int number(String name, int byDefault) {
        return numbers.getOrDefault(name, byDefault);
    }
}
