package org.answerloop.embedding.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.answerloop.embedding.model.Embedder;
import org.answerloop.embedding.model.EmbeddingFailedException;
import org.answerloop.embedding.model.WordPieces;

/**
 * The quantised model bge-small-en-v1.5 (Xiao et al. 2023), which ships with the application, run by ONNX Runtime in this
 * process on the thread that calls. Made for English; of other languages it knows what they share with it.
 */
public final class BgeSmallEmbedder implements Embedder {

    private static final String MODEL = "bge-small-en-v1.5-q";
    private static final int DIMENSIONS = 384;

    /** Enough of a question to know what it is about; the time grows with it. */
    private static final int MOST_PIECES = 96;

    /** Of many trades, so that what they have in common is that they are questions. */
    private static final List<String> EVERYDAY = List.of(
            "Where is my order?",
            "How do I change my password?",
            "What are your opening hours?",
            "I would like to cancel my booking",
            "Do you deliver to other countries?",
            "My payment was declined, why?",
            "Is breakfast included in the price?",
            "How can I speak to a person?",
            "The app keeps crashing on my phone",
            "Can I return the shoes that I bought?",
            "How much does the premium plan cost?",
            "What do I have to bring to my appointment?",
            "I have not received the confirmation mail",
            "Is my data safe with you?",
            "When does the next train leave?",
            "Which size should I choose?",
            "Are dogs allowed in the garden?",
            "Please send me a copy of the invoice",
            "How do I install the update?",
            "Do students get a discount?",
            "My flight is late, what can I do?",
            "Can somebody repair my washing machine?",
            "How do I invite a colleague to my team?",
            "What does the insurance cover?");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces wordPieces;
    private final float[] everyday = new float[DIMENSIONS];

    /** Read by those who are at work: what a session holds outside the heap must not go while they use it. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    private BgeSmallEmbedder(OrtEnvironment environment, OrtSession session, WordPieces wordPieces) {
        this.environment = environment;
        this.session = session;
        this.wordPieces = wordPieces;
        for (String question : EVERYDAY) {
            float[] vector = embed(question);
            for (int i = 0; i < DIMENSIONS; i++) {
                everyday[i] += vector[i] / EVERYDAY.size();
            }
        }
    }

    /**
     * Loads the model, which takes a second or two.
     *
     * @param folder below which it lies as files; they are unpacked where they are not there
     * @throws EmbeddingFailedException where it cannot be loaded: on a platform without the native library, above all
     */
    public static BgeSmallEmbedder load(Path folder, Clock clock) {
        try {
            WordPieces wordPieces = new WordPieces(vocabulary(), MOST_PIECES);
            NativeLibraries.provide(folder, clock);
            Path model = new UnpackedFiles(folder, clock).file("/" + MODEL + ".onnx");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return new BgeSmallEmbedder(environment, session(environment, model), wordPieces);
        } catch (OrtException | IOException | LinkageError e) {
            throw new EmbeddingFailedException("The model " + MODEL + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new EmbeddingFailedException("The model " + MODEL + " is closed.", null);
            }
            return run(text);
        } finally {
            open.readLock().unlock();
        }
    }

    private float[] run(String text) {
        long[] numbers = wordPieces.numbers(text);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor pieces = row(numbers);
                OnnxTensor attended = row(ones);
                OnnxTensor segments = row(new long[numbers.length]);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", pieces, "attention_mask", attended, "token_type_ids", segments))) {
            return meaning((OnnxTensor) result.get(0));
        } catch (OrtException e) {
            throw new EmbeddingFailedException("The model " + MODEL + " fails: " + e.getMessage(), e);
        }
    }

    @Override
    public float[] everyday() {
        return everyday.clone();
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new EmbeddingFailedException("The model " + MODEL + " cannot be closed.", e);
        } finally {
            open.writeLock().unlock();
        }
    }

    private OnnxTensor row(long[] numbers) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
    }

    /** This model says what a text means at its first place, the one before the first word. */
    private static float[] meaning(OnnxTensor states) {
        float[] vector = new float[DIMENSIONS];
        states.getFloatBuffer().get(vector);
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /** One thread, so that the work behind the scenes never takes the processors from those who wait for an answer. */
    private static OrtSession session(OrtEnvironment environment, Path model) throws OrtException {
        // From a file: its 34 MB never lie on the heap.
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            return environment.createSession(model.toString(), options);
        }
    }

    private static Map<String, Integer> vocabulary() throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (InputStream tokenizer = UnpackedFiles.open("/" + MODEL + "-tokenizer.json")) {
            new ObjectMapper()
                    .readTree(tokenizer)
                    .at("/model/vocab")
                    .properties()
                    .forEach(piece ->
                            vocabulary.put(piece.getKey(), piece.getValue().intValue()));
        }
        return vocabulary;
    }
}
