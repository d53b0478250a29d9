package org.answerloop.web.reporting;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The pages, and what all pages share, ask the services, and are given what is to be shown. */
class ArchitectureTest {

    private static final JavaClasses PAGES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerloop.web");

    @Test
    void pages_are_given_views_and_no_entities() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(PAGES);
    }
}
