package org.answerloop.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.answerloop.audit.application.AuditTrail;
import org.answerloop.audit.model.AuditEntry;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** What is on the record stays there as it was written. */
class AppendOnlyRecordTest {

    private static final Path SOURCES = Path.of("src/main");
    private static final List<String> TABLE = List.of("audit_entry", "AuditEntry");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerloop");

    @Test
    void an_entry_is_written_by_the_trail_alone() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(AuditTrail.class.getName())
                .should()
                .callConstructor(
                        AuditEntry.class,
                        Instant.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class,
                        String.class)
                .check(HOUSE);
    }

    @Test
    void an_entry_is_changed_by_nobody_not_even_by_itself() {
        noClasses()
                .should()
                .accessFieldWhere(describe("is changed after its entry was made", AppendOnlyRecordTest::changesAnEntry))
                .check(HOUSE);
    }

    private static boolean changesAnEntry(JavaFieldAccess access) {
        return access.getAccessType() == AccessType.SET
                && access.getTargetOwner().isEquivalentTo(AuditEntry.class)
                && !access.getOwner().isConstructor();
    }

    @Test
    void no_statement_changes_the_table() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> all = sources.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql|xml)"))
                    .toList();
            assertThat(all).anyMatch(file -> TABLE.stream().anyMatch(read(file)::contains));
            assertThat(all).noneMatch(AppendOnlyRecordTest::changesTheTable);
        }
    }

    private static boolean changesTheTable(Path file) {
        String text = read(file).toLowerCase(Locale.ROOT).replaceAll("[\\s\"+]+", " ");
        return TABLE.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> text.contains("update " + name)
                        || text.contains("delete from " + name)
                        || text.contains("truncate table " + name)
                        || text.contains("drop table " + name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
