package org.answerloop.connection.model;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader sees of a message in HTML: its text, its line breaks, and the addresses of its links. */
final class PlainText {

    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAK =
            Pattern.compile("<br\\s*/?>|</(?:p|div|li|h[1-6]|tr)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#[xX]?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private PlainText() {}

    static String of(String html) {
        String linked = LINK.matcher(html).replaceAll(PlainText::link);
        String broken = BREAK.matcher(linked).replaceAll("\n");
        String bare = TAG.matcher(broken).replaceAll("");
        return ENTITY.matcher(bare)
                .replaceAll(PlainText::character)
                .replaceAll("[ \\t]*\\n\\s*", "\n")
                .strip();
    }

    /** The words, and behind them the address where the words do not say it. */
    private static String link(MatchResult link) {
        String address = link.group(1);
        String words = link.group(2);
        String shown = words.contains(address) ? words : words + " (" + address + ")";
        return Matcher.quoteReplacement(shown);
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        String character = name.startsWith("#") ? numbered(name) : NAMED.get(name);
        return Matcher.quoteReplacement(character == null ? entity.group() : character);
    }

    private static String numbered(String name) {
        boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
        try {
            int code = hexadecimal ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
            boolean isReadable = code > 0 && Character.isValidCodePoint(code) && !isSurrogate(code);
            return isReadable ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
