package org.answerloop.web.chart;

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

    /** To the hundredth, without zeros at its end. */
    private static String number(double value) {
        long hundredths = (long) Math.rint(value * 100);
        long rest = Math.abs(hundredths % 100);
        String whole = (hundredths < 0 && hundredths > -100 ? "-" : "") + hundredths / 100;
        if (rest == 0) {
            return whole;
        }
        return whole + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
    }

    private void escape(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i));
            if (escaped != null) {
                written.append(text, from, i).append(escaped);
                from = i + 1;
            }
        }
        written.append(text, from, text.length());
    }

    /** Null where the character stands for itself. */
    private static String escaped(char character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\n' -> "&#10;";
            default -> null;
        };
    }
}
