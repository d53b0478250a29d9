package org.answerloop.web.reporting;

import jakarta.persistence.Entity;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.answerloop.conversation.application.ConversationReader;
import org.answerloop.report.application.Figures;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The pages, and what all pages share, ask the services: they go round them neither to the tables nor to the entities. */
class ArchitectureTest {

    private static final JavaClasses PAGES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerloop.web");

    @Test
    void pages_know_no_tables() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..", "java.sql..", "javax.sql..", "org.answerloop..infrastructure..")
                .check(PAGES);
    }

    @Test
    void pages_are_given_views_and_no_entities() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(PAGES);
    }

    @Test
    void pages_read_by_services_that_ask_for_a_role() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Figures.class, ConversationReader.class)
                .check(PAGES);
    }
}
