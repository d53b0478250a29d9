package org.answerloop.connection.model;

import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** What a reader sees of a message in HTML: its text, its line breaks, and the addresses of its links. */
final class PlainText {

    private static final Set<String> LINES = Set.of("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr");
    private static final Set<String> UNSEEN = Set.of("script", "style", "title", "template");

    private PlainText() {}

    /** Read without HTML's rules of what closes what, which a hostile message makes work on without an end. */
    static String of(String html) {
        Document document =
                Parser.xmlParser().settings(ParseSettings.htmlDefault).parseInput(html, "");
        Reader reader = new Reader();
        document.traverse(reader);
        return reader.text.toString().strip();
    }

    /** Writes down what it comes by, in time and memory that grow with the length of the message alone. */
    private static final class Reader implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int linkedFrom;
        private int unseen;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && unseen == 0) {
                write(words.getWholeText());
            } else if (node.nameIs("br") || isLine(node)) {
                breakLine();
            } else if (node.nameIs("a")) {
                linkedFrom = text.length();
            } else if (isUnseen(node)) {
                unseen++;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node.nameIs("a")) {
                link(node.attr("href").strip());
            } else if (isLine(node)) {
                breakLine();
            } else if (isUnseen(node)) {
                unseen--;
            }
        }

        private static boolean isLine(Node node) {
            return node instanceof Element && LINES.contains(node.nodeName());
        }

        private static boolean isUnseen(Node node) {
            return node instanceof Element && UNSEEN.contains(node.nodeName());
        }

        /** Blanks of every kind are one; there are none at the beginning of a line. */
        private void write(String words) {
            for (int i = 0; i < words.length(); i++) {
                char character = words.charAt(i);
                boolean isBlank = Character.isWhitespace(character) || character == '\u00A0';
                if (!isBlank) {
                    text.append(character);
                } else if (!endsWith(' ') && !endsWith('\n')) {
                    text.append(' ');
                }
            }
        }

        private void breakLine() {
            if (endsWith(' ')) {
                text.setLength(text.length() - 1);
            }
            if (!text.isEmpty() && !endsWith('\n')) {
                text.append('\n');
            }
        }

        /** Behind the words the address, where they do not say it. */
        private void link(String address) {
            String words = text.substring(Math.min(linkedFrom, text.length()));
            if (!address.isEmpty()
                    && !words.startsWith(address)
                    && !words.stripTrailing().endsWith(address)) {
                text.append(" (").append(address).append(')');
            }
            linkedFrom = text.length();
        }

        private boolean endsWith(char character) {
            return !text.isEmpty() && text.charAt(text.length() - 1) == character;
        }
    }
}
