package org.answerloop.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes elements whose texts and attributes can neither end them nor begin others. */
final class Markup {

    private final StringBuilder written = new StringBuilder();

    /** Begins an element; attributes are given as name and value, and those without a value are left out. */
    Markup open(String element, Object... attributes) {
        begin(element, attributes);
        written.append('>');
        return this;
    }

    Markup close(String element) {
        written.append("</").append(element).append('>');
        return this;
    }

    /** An element without content. */
    Markup lone(String element, Object... attributes) {
        begin(element, attributes);
        written.append("/>");
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

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
