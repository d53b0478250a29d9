package org.answerloop.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes elements whose texts and attributes can neither end them nor begin others. */
public final class Markup {

    private final StringBuilder written = new StringBuilder();

    /** Begins an element; attributes are given as name and value, and those without a value are left out. */
    public Markup open(String element, Object... attributes) {
        begin(element, attributes);
        written.append('>');
        return this;
    }

    /** Ends the element that was begun last. */
    public Markup close(String element) {
        written.append("</").append(element).append('>');
        return this;
    }

    /** An element without content. */
    public Markup lone(String element, Object... attributes) {
        begin(element, attributes);
        written.append("/>");
        return this;
    }

    /** What stands in an element. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** All that was written. */
    @Override
    public String toString() {
        return written.toString();
    }

    /** A length of so many hundredths of the width. */
    static String percent(double share) {
        return number(share) + "%";
    }

    private void begin(String element, Object... attributes) {
        written.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                written.append(' ').append(attributes[i]).append("=\"");
                escape(value instanceof Double number ? number(number) : value.toString());
                written.append('"');
            }
        }
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '&' -> written.append("&amp;");
                case '"' -> written.append("&quot;");
                case '\n' -> written.append("&#10;");
                default -> written.append(character);
            }
        }
    }
}
