package org.answerloop.web.knowledge;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The pages, and what all pages share, ask the services: they do not change entities behind their backs. */
class ArchitectureTest {

    private static final JavaClasses PAGES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerloop.web");

    @Test
    void pages_read_entities_and_change_none() {
        noClasses()
                .should()
                .callMethodWhere(describe("changes an entity", ArchitectureTest::changesAnEntity))
                .check(PAGES);
    }

    private static boolean changesAnEntity(JavaMethodCall call) {
        return call.getTargetOwner().isAnnotatedWith(Entity.class)
                && call.getTarget().getRawReturnType().getName().equals("void");
    }
}
