package org.shegong.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.shegong.db.journal.Journal;
import org.shegong.db.store.RecordSaving;
import org.shegong.db.store.StationFile;
import org.shegong.db.store.StepUndo;

/** Which part of the house may use which; the rules that keep its plan true. */
@AnalyzeClasses(packages = "org.shegong", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final Set<String> WRITING = Set.of("insertInto", "update", "deleteFrom", "delete", "mergeInto",
        "batch", "batchInsert", "batchUpdate", "batchStore", "batchDelete", "truncate", "loadInto", "execute");

    @ArchTest
    static final ArchRule THE_RECORDS_KNOW_NOTHING_OF_REPORTS_OR_WINDOW = noClasses()
        .that().resideInAPackage("org.shegong.db..")
        .should().dependOnClassesThat().resideInAnyPackage("org.shegong.reports..", "org.shegong.app..");

    @ArchTest
    static final ArchRule REPORTS_KNOW_NOTHING_OF_THE_WINDOW = noClasses()
        .that().resideInAPackage("org.shegong.reports..")
        .should().dependOnClassesThat().resideInAnyPackage("org.shegong.app..", "javafx..");

    @ArchTest
    static final ArchRule VALUES_USE_THE_JDK_ALONE = classes()
        .that().resideInAPackage("org.shegong.db.domain..")
        .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.shegong.db.domain..");

    /** Numbers of documents are handed out inside the transaction that saves them, before the journal writes. */
    @ArchTest
    static final ArchRule ONLY_THE_JOURNAL_WRITES = noClasses()
        .that().resideOutsideOfPackages("org.shegong.db.journal..", "org.shegong.db.backup..", "org.shegong.db.schema..")
        .and().doNotHaveFullyQualifiedName("org.shegong.db.effects.DocumentNumbers")
        .should().callMethodWhere(describe("writes with jOOQ", HouseTest::writes));

    /** One way to take something back, which says in words why it cannot where it cannot. */
    @ArchTest
    static final ArchRule STEPS_ARE_TAKEN_BACK_IN_ONE_PLACE = noClasses()
        .that().areNotAssignableTo(StepUndo.class)
        .should().callMethodWhere(target(owner(assignableTo(Journal.class)))
            .and(describe("undoes", call -> call.getName().equals("undo"))));

    /** The ledger import hands its drafts to the store in one place, for the window and the commands alike. */
    @ArchTest
    static final ArchRule REPORTS_ONLY_READ = noClasses()
        .that().resideInAPackage("org.shegong.reports..")
        .and().doNotHaveFullyQualifiedName("org.shegong.reports.ledger.LedgerImport")
        .should().dependOnClassesThat().areAssignableTo(RecordSaving.class)
        .orShould().dependOnClassesThat().areAssignableTo(Journal.class)
        .orShould().callMethodWhere(target(owner(assignableTo(StationFile.class)))
            .and(describe("writes", call -> Set.of("write", "outsideTransaction").contains(call.getName()))));

    @ArchTest
    static final ArchRule SCREENS_DO_NOT_USE_OTHER_SCREENS = slices()
        .matching("org.shegong.app.screens.(*)..").should().notDependOnEachOther().allowEmptyShould(true);

    @ArchTest
    static final ArchRule VIEW_MODELS_NEED_NO_WINDOW = noClasses()
        .that().haveSimpleNameEndingWith("ViewModel")
        .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_TASKS_MAKE_THREADS = noClasses()
        .that().resideOutsideOfPackage("org.shegong.app.tasks..")
        .should().callConstructorWhere(target(owner(assignableTo(Thread.class))))
        .orShould().dependOnClassesThat().areAssignableTo(ExecutorService.class)
        .orShould().dependOnClassesThat().belongToAnyOf(Executors.class);

    @ArchTest
    static final ArchRule THE_WINDOW_KNOWS_NO_DATABASE_AND_NO_FILE_FORMAT = noClasses()
        .that().resideInAPackage("org.shegong.app..")
        .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.sqlite..", "org.shegong.db.schema..",
            "org.apache.poi..", "com.lowagie..", "org.apache.pdfbox..");

    /** Passing a reading connection on to a report is no query. */
    @ArchTest
    static final ArchRule THE_WINDOW_ASKS_NO_QUERIES = noClasses()
        .that().resideInAPackage("org.shegong.app..")
        .should().callMethodWhere(target(owner(resideInAPackage("org.jooq.."))));

    @ArchTest
    static final ArchRule RECORDS_KNOW_NO_DOCUMENT_FORMAT = noClasses()
        .that().resideOutsideOfPackages("org.shegong.reports..")
        .should().dependOnClassesThat().resideInAnyPackage("org.apache.poi..", "com.lowagie..",
            "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule COMMANDS_ARE_USED_BY_MAIN_ALONE = noClasses()
        .that().resideOutsideOfPackages("org.shegong.app.commands..", "org.shegong.app")
        .should().dependOnClassesThat().resideInAPackage("org.shegong.app.commands..");

    private static boolean writes(JavaCall<?> call) {
        return call.getTarget().getOwner().isAssignableTo(DSLContext.class) && WRITING.contains(call.getName());
    }
}
