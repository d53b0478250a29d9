package org.answerloop.embedding.model;

import java.nio.ByteBuffer;

/** An embedding as it is stored: 16 bits a component, half as large as it is computed and as good. */
public final class StoredVector {

    private static final float LARGEST = Short.MAX_VALUE;

    private StoredVector() {}

    /** @param embedding components from -1 to 1 */
    public static byte[] bytes(float[] embedding) {
        ByteBuffer bytes = ByteBuffer.allocate(embedding.length * Short.BYTES);
        for (float component : embedding) {
            bytes.putShort((short) Math.round(component * LARGEST));
        }
        return bytes.array();
    }

    /** What {@link #bytes} was given, to the fifth decimal. */
    public static float[] embedding(byte[] bytes) {
        ByteBuffer stored = ByteBuffer.wrap(bytes);
        float[] embedding = new float[bytes.length / Short.BYTES];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = stored.getShort() / LARGEST;
        }
        return embedding;
    }
}
