package org.answerloop.web.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The memory that forms take up from their first byte until their requests are over. No client gets more than its share, and a
 * part is for small forms alone, that of the sign-in among them: whoever fills the rest keeps nobody from these.
 */
final class FormRoom {

    /** A form of 4 KB with 16 fields is small. */
    static final int SMALL = 8 * 1024;

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long ALL = 32 * MEBIBYTE;
    private static final long FOR_LARGE_FORMS = 24 * MEBIBYTE;
    private static final long OF_ONE_CLIENT = 4 * MEBIBYTE;

    private final Map<Object, Long> held = new HashMap<>();
    private long all;
    private long large;

    /** Room for a form of that client; nothing of it is taken yet. */
    Space open(Object client) {
        return new Space(client);
    }

    private static long ofLargeForms(long size) {
        return size > SMALL ? size : 0;
    }

    /** What one form takes up, until it is closed. */
    final class Space implements AutoCloseable {

        private final Object client;
        private long size;

        private Space(Object client) {
            this.client = client;
        }

        /** @return why that much more is not there for it; nothing where it has been taken */
        Optional<PageRefusal> take(long bytes) {
            synchronized (FormRoom.this) {
                long moreOfLargeForms = ofLargeForms(size + bytes) - ofLargeForms(size);
                if (held.getOrDefault(client, 0L) + bytes > OF_ONE_CLIENT) {
                    return Optional.of(PageRefusal.BUSY);
                }
                if (all + bytes > ALL || large + moreOfLargeForms > FOR_LARGE_FORMS) {
                    return Optional.of(PageRefusal.FULL);
                }
                size += bytes;
                all += bytes;
                large += moreOfLargeForms;
                held.merge(client, bytes, Long::sum);
                return Optional.empty();
            }
        }

        /** Gives all of it back; doing so again changes nothing. */
        @Override
        public void close() {
            synchronized (FormRoom.this) {
                all -= size;
                large -= ofLargeForms(size);
                held.computeIfPresent(client, (who, bytes) -> bytes > size ? Long.valueOf(bytes - size) : null);
                size = 0;
            }
        }
    }
}
