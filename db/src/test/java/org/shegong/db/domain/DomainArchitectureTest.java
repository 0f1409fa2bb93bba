package org.shegong.db.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DomainArchitectureTest {
    private static final JavaClasses DB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.shegong.db");

    @Test
    void domainUsesTheJdkAlone() {
        classes().that().resideInAPackage("..db.domain..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.shegong.db.domain..").check(DB);
    }

    @Test
    void keysKnowNothingOfRecords() {
        noClasses().that().resideInAPackage("..db.security..").should().dependOnClassesThat()
                .resideInAnyPackage("..db.store..", "..db.forms..", "..db.journal..", "..db.backup..").check(DB);
    }

    /** A copy carries the signed heads of the journal, so it knows the journal, but no form. */
    @Test
    void copiesWorkOnFilesAndNotOnForms() {
        noClasses().that().resideInAPackage("..db.backup..").should().dependOnClassesThat()
                .resideInAnyPackage("..db.forms..").check(DB);
    }
}
