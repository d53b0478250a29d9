package org.answerloop.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** So many of something at the same time, and no more of one holder than its share. */
public final class Places {

    private final int all;
    private final int share;
    private final Map<Object, Integer> held = new HashMap<>();
    private int taken;

    /**
     * @param all how many there are
     * @param share how many of them one holder gets
     */
    public Places(int all, int share) {
        this.all = all;
        this.share = share;
    }

    /** One that is held until it is closed; closing it again changes nothing. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param holders who takes it, such as a client and a key; each of them has to have some of its share left
     * @return nothing where there is none for them
     */
    public synchronized Optional<Place> take(Object... holders) {
        List<Object> owners = List.of(holders);
        if (taken >= all || owners.stream().anyMatch(owner -> held.getOrDefault(owner, 0) >= share)) {
            return Optional.empty();
        }
        taken++;
        owners.forEach(owner -> held.merge(owner, 1, Integer::sum));
        return Optional.of(new Place() {
            private boolean closed;

            @Override
            public void close() {
                synchronized (Places.this) {
                    if (!closed) {
                        closed = true;
                        giveBack(owners);
                    }
                }
            }
        });
    }

    /** Whether there is none for anybody at the moment. */
    public synchronized boolean isFull() {
        return taken >= all;
    }

    private void giveBack(List<Object> owners) {
        taken--;
        owners.forEach(owner -> held.computeIfPresent(owner, (who, count) -> count == 1 ? null : count - 1));
    }
}
