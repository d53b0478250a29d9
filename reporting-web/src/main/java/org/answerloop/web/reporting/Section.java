package org.answerloop.web.reporting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of the reports page, with the cards that stand in it. In the order of the page. */
public enum Section {
    OVERVIEW,
    RESOLUTIONS,
    HANDOFFS;

    /** The key of its title in the bundle. */
    public String getTitleKey() {
        return "section." + name().toLowerCase(Locale.ROOT);
    }

    /** Its cards, in their order. */
    public List<CardDesign> getCards() {
        return Stream.of(CardDesign.values())
                .filter(design -> design.section() == this)
                .toList();
    }
}
