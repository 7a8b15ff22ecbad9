package io.assay.review;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.assay.web.ServiceRules;

@AnalyzeClasses(packages = "io.assay.review", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest static final ArchTests SERVICE_RULES = ArchTests.in(ServiceRules.class);
}
