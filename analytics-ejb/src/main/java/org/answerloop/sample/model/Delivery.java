package org.answerloop.sample.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.answerloop.event.model.EventDocument;

/** How events really arrive: now and then one comes twice, or two change places on the way. */
final class Delivery {

    private static final double TWICE = 0.012;
    private static final double OUT_OF_ORDER = 0.02;

    private Delivery() {}

    static List<EventDocument> of(List<EventDocument> events, Dice dice) {
        List<EventDocument> delivered = new ArrayList<>(events);
        if (delivered.size() > 1 && dice.chance(OUT_OF_ORDER)) {
            int place = dice.between(1, delivered.size() - 1);
            Collections.swap(delivered, place - 1, place);
        }
        if (!delivered.isEmpty() && dice.chance(TWICE)) {
            int again = dice.between(0, delivered.size() - 1);
            delivered.add(delivered.get(again));
        }
        return delivered;
    }
}
