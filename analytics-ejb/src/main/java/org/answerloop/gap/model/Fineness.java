package org.answerloop.gap.model;

/** How much alike questions have to be to come to one topic. */
public enum Fineness {
    /** Few topics, each of a wider subject. */
    COARSE(0.5f, 0.9f),
    STANDARD(1, 1),
    /** Many topics, each of a narrower subject. */
    FINE(2, 1.1f);

    private final float price;
    private final float floor;

    Fineness(float price, float floor) {
        this.price = price;
        this.floor = floor;
    }

    /** What makes questions alike, as this wants it. */
    Likeness of(Likeness standard) {
        return new Likeness(
                standard.meaning(),
                standard.floor() * floor,
                standard.price() * price,
                standard.saturation(),
                standard.same());
    }
}
