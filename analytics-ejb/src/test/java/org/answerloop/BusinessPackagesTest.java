package org.answerloop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The code uses what {@link BusinessPackage} says, no more and no less, and the page about it says the same. */
class BusinessPackagesTest {

    private static final String HOUSE = "org.answerloop.";
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");

    /** The names of roles are constants, of which the classes keep the values alone. */
    private static final Set<String> WITHOUT_A_TRACE = Set.of("access");

    /** With this property the page is written anew instead of being compared. */
    private static final String WRITE = "answerloop.write";

    @Test
    void packagesUseWhatTheTableSays() {
        Map<String, Set<String>> used = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.answerloop")
                .forEach(one -> used.computeIfAbsent(businessPackage(one), name -> new TreeSet<>())
                        .addAll(one.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .filter(other -> other.getPackageName().startsWith(HOUSE))
                                .map(BusinessPackagesTest::businessPackage)
                                .filter(name -> !name.equals(businessPackage(one)))
                                .collect(Collectors.toSet())));

        assertThat(used.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BusinessPackage.values())
                        .map(BusinessPackage::title)
                        .toList());
        for (BusinessPackage one : BusinessPackage.values()) {
            Set<String> uses = used.get(one.title());
            assertThat(one.uses()).as(one.title()).containsAll(uses);
            assertThat(one.uses().stream().filter(name -> !uses.contains(name)))
                    .as(one.title() + " does not use, but may")
                    .isSubsetOf(WITHOUT_A_TRACE);
        }
    }

    private static String businessPackage(JavaClass one) {
        String rest = one.getPackageName().substring(HOUSE.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    @Test
    void thePageOfTheArchitectureSaysTheSame() throws IOException {
        String page = Files.readString(PAGE);
        String written =
                within(within(page, "packages", BusinessPackage.table()), "drawing", BusinessPackage.drawing());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(page)
                    .as("docs/architecture.md, which -D" + WRITE + "=true writes anew")
                    .isEqualTo(written);
        }
    }

    private static String within(String page, String part, String text) {
        String begin = "<!-- " + part + ", written by the architecture test -->\n";
        String end = "<!-- end of " + part + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        return page.substring(0, from) + "\n" + text + "\n" + page.substring(page.indexOf(end));
    }
}
