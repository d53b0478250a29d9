package org.answerloop.system.whole;

import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.answerloop.settings.SettingsReader;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** The product is the same on every machine: neither its language nor its zone nor its encoding decides anything. */
class MachinesTest {

    private static final List<Path> MODULES = Stream.of(
                    "analytics-ejb", "agent-api", "web-common", "home-web", "reporting-web", "knowledge-web")
            .map(Sources::classesOf)
            .toList();

    private static final JavaClasses PRODUCT = new ClassFileImporter().importPaths(MODULES);

    /** They write by the locale that they are given, or else by that of the machine. */
    private static final Set<Class<?>> BY_LOCALE = Set.of(
            MessageFormat.class,
            NumberFormat.class,
            DecimalFormat.class,
            DecimalFormatSymbols.class,
            SimpleDateFormat.class,
            DateTimeFormatter.class,
            ResourceBundle.class);

    private static final Set<String> MAKES_ONE = Set.of(
            JavaConstructor.CONSTRUCTOR_NAME,
            "format",
            "getInstance",
            "getNumberInstance",
            "getIntegerInstance",
            "getPercentInstance",
            "getCurrencyInstance",
            "ofPattern",
            "ofLocalizedDate",
            "ofLocalizedTime",
            "ofLocalizedDateTime",
            "getBundle");

    private static final Set<Class<?>> BY_CHARSET =
            Set.of(InputStreamReader.class, OutputStreamWriter.class, FileReader.class, FileWriter.class);

    @Test
    void the_language_of_the_machine_decides_nothing() {
        hold(noClasses()
                .should()
                .callCodeUnitWhere(describe("goes by the default locale", MachinesTest::asksTheLocale)));
    }

    @Test
    void the_encoding_of_the_machine_decides_nothing() {
        hold(noClasses()
                .should()
                .callCodeUnitWhere(describe("goes by the default encoding", MachinesTest::asksTheCharset)));
    }

    @Test
    void the_zone_of_the_machine_is_a_default_of_the_settings_and_nothing_else() {
        hold(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SettingsReader.class.getName())
                .should()
                .callCodeUnitWhere(describe("goes by the default time zone", MachinesTest::asksTheZone)));
    }

    @Test
    void the_rules_know_a_call_that_breaks_them() {
        JavaClasses broken = new ClassFileImporter().importClasses(Careless.class);
        JavaClass careless = broken.get(Careless.class);
        assertThat(careless.getCodeUnitCallsFromSelf().stream().filter(MachinesTest::asksTheLocale))
                .hasSize(4);
        assertThat(careless.getCodeUnitCallsFromSelf().stream().filter(MachinesTest::asksTheCharset))
                .hasSize(1);
        assertThat(careless.getCodeUnitCallsFromSelf().stream().filter(MachinesTest::asksTheZone))
                .hasSize(1);
    }

    private static boolean asksTheLocale(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        String name = target.getName();
        if (owner(call, Locale.class)) {
            return name.equals("getDefault");
        }
        boolean turnsOrFormats = owner(call, String.class)
                && (name.equals("toLowerCase")
                        || name.equals("toUpperCase")
                        || name.equals("format")
                        || name.equals("formatted"));
        boolean builds = owner(call, DateTimeFormatterBuilder.class) && name.equals("toFormatter");
        boolean makesAFormat =
                BY_LOCALE.stream().anyMatch(type -> owner(call, type)) && MAKES_ONE.contains(name) && !isOfAValue(call);
        return (turnsOrFormats || builds || makesAFormat) && !isGiven(target, Locale.class, DecimalFormatSymbols.class);
    }

    /** Writing with a format that was made before: it has its locale. */
    private static boolean isOfAValue(JavaCall<?> call) {
        return call.getName().equals("format") && !owner(call, MessageFormat.class)
                || call.getName().equals("format")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(String.class));
    }

    private static boolean asksTheCharset(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        if (owner(call, Charset.class)) {
            return target.getName().equals("defaultCharset");
        }
        boolean bytes = owner(call, String.class)
                && (target.getName().equals("getBytes")
                        || target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                                && target.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(byte[].class)));
        boolean stream = target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && BY_CHARSET.stream().anyMatch(type -> owner(call, type));
        return bytes && !isGiven(target, Charset.class, String.class)
                || stream && !isGiven(target, Charset.class, CharsetDecoder.class);
    }

    private static boolean asksTheZone(JavaCall<?> call) {
        return owner(call, ZoneId.class) && call.getName().equals("systemDefault")
                || owner(call, TimeZone.class) && call.getName().equals("getDefault");
    }

    private static boolean owner(JavaCall<?> call, Class<?> type) {
        return call.getTargetOwner().isEquivalentTo(type);
    }

    private static boolean isGiven(CodeUnitCallTarget target, Class<?>... types) {
        return target.getRawParameterTypes().stream()
                .anyMatch(parameter -> Stream.of(types).anyMatch(parameter::isEquivalentTo));
    }

    private static void hold(ArchRule rule) {
        rule.check(PRODUCT);
    }

    /** Breaks the rules. */
    private static final class Careless {

        String text(byte[] bytes) {
            return new String(bytes).toLowerCase() + "%d".formatted(1) + Locale.getDefault() + ZoneId.systemDefault();
        }

        DateTimeFormatter format() {
            return DateTimeFormatter.ofPattern("d MMM");
        }
    }
}
