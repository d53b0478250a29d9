package org.answerloop.gap.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.answerloop.kernel.NormalForm;

/**
 * How many questions are spelled: each as the set of its sequences of 3 to 5 letters, where a rare sequence counts much more
 * than a common one (the square of its inverse document frequency): what few visitors write says what a question is about.
 * Two questions are as similar as the cosine of these sets.
 */
final class Spellings {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /** Sequences share a place only by chance: a language has some hundred thousand of them. */
    private static final int PLACES = 1 << 18;

    /** The longest text that is read, in signs. */
    private static final int MOST_SIGNS = 400;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The questions that have a sequence, by its place. */
    private final int[][] questions = new int[PLACES][];

    private final int[] frequency = new int[PLACES];
    private float[] length = new float[64];
    private float[] shared = new float[64];
    private int size;
    private int nextLengths = 64;

    /** @return whether how much sequences count was taken anew, which changes all similarities */
    boolean add(String text) {
        int question = size++;
        if (question == length.length) {
            length = Arrays.copyOf(length, question * 2);
            shared = new float[question * 2];
        }
        int[] sequences = sequences(text);
        for (int sequence : sequences) {
            note(sequence, question);
        }
        length[question] = length(sequences);
        if (size < nextLengths) {
            return false;
        }
        nextLengths = size * 2;
        takeLengths();
        return true;
    }

    /**
     * @return for each question its similarity to the text; valid until the next call
     */
    float[] similarities(String text) {
        Arrays.fill(shared, 0, size, 0);
        int[] sequences = sequences(text);
        for (int sequence : sequences) {
            float square = square(sequence);
            int[] having = questions[sequence];
            for (int i = 0; i < frequency[sequence]; i++) {
                shared[having[i]] += square;
            }
        }
        float own = length(sequences);
        for (int question = 0; question < size; question++) {
            shared[question] /= own * length[question];
        }
        return shared;
    }

    /** The question that was added last was none. */
    void takeBack(String text) {
        size--;
        for (int sequence : sequences(text)) {
            frequency[sequence]--;
        }
    }

    private void note(int sequence, int question) {
        int count = frequency[sequence]++;
        if (questions[sequence] == null) {
            questions[sequence] = new int[2];
        } else if (count == questions[sequence].length) {
            questions[sequence] = Arrays.copyOf(questions[sequence], count + count / 2 + 1);
        }
        questions[sequence][count] = question;
    }

    private void takeLengths() {
        double[] squares = new double[size];
        for (int sequence = 0; sequence < PLACES; sequence++) {
            float square = square(sequence);
            for (int i = 0; i < frequency[sequence]; i++) {
                squares[questions[sequence][i]] += square;
            }
        }
        for (int question = 0; question < size; question++) {
            length[question] = (float) Math.sqrt(Math.max(squares[question], Float.MIN_NORMAL));
        }
    }

    private float length(int[] sequences) {
        double squares = Float.MIN_NORMAL;
        for (int sequence : sequences) {
            squares += square(sequence);
        }
        return (float) Math.sqrt(squares);
    }

    /** What a sequence counts, squared. */
    private float square(int sequence) {
        double rarity = Math.log1p((size + 1.0) / (frequency[sequence] + 1.0));
        double weight = rarity * rarity;
        return (float) (weight * weight);
    }

    /** The places of a text's sequences, each once. */
    private static int[] sequences(String text) {
        String letters = " " + letters(text) + " ";
        return IntStream.rangeClosed(SHORTEST, LONGEST)
                .flatMap(width -> IntStream.rangeClosed(0, letters.length() - width)
                        .map(from -> place(letters, from, from + width)))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int place(String letters, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 0x01000193 ^ letters.charAt(i);
        }
        hash *= 0x9E3779B1;
        return (hash ^ hash >>> 15) & PLACES - 1;
    }

    /** In lower case, without accents, the words with a space between them. */
    private static String letters(String text) {
        String start = text.length() > MOST_SIGNS ? text.substring(0, MOST_SIGNS) : text;
        String plain = MARKS.matcher(NormalForm.of(start, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll(" ").strip();
    }
}
