package id.aduan.lapor.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.aduan.lapor.failure.LaporException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the main classes to the house rules, and the rules to their fixtures: in a fixture, each
 * class named {@code Bad...} must be reported and no other.
 */
class ArchitectureTest {
  private static final Pattern CLASS_NAME =
      Pattern.compile("<(id\\.aduan\\.lapor\\.archfixtures\\.(?:[a-z]\\w*\\.)+[A-Z]\\w*)");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .importUrl(LaporException.class.getProtectionDomain().getCodeSource().getLocation());

  @ParameterizedTest
  @EnumSource
  void mainCodeKeepsTheRule(HouseRule house) {
    house.rule.check(MAIN);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleReportsWhatWasPlantedAndNothingElse(HouseRule house) {
    JavaClasses planted =
        new ClassFileImporter().importPackages("id.aduan.lapor.archfixtures." + house.fixture);
    Set<String> bad =
        planted.stream()
            .filter(type -> type.getSimpleName().startsWith("Bad"))
            .map(JavaClass::getName)
            .collect(toCollection(TreeSet::new));

    List<String> report = house.rule.evaluate(planted).getFailureReport().getDetails();

    assertThat(bad).isNotEmpty();
    assertThat(report).extracting(ArchitectureTest::offender).hasSameElementsAs(bad);
  }

  @Test
  void theMainClassesAreReallyThere() {
    assertThat(MAIN).hasSizeGreaterThan(20);
    assertThat(MAIN).noneMatch(type -> type.getName().contains("archfixtures"));
  }

  /** The first class that a line of a report names: where the violation lies. */
  private static String offender(String line) {
    Matcher name = CLASS_NAME.matcher(line);
    assertThat(name.find()).as(line).isTrue();
    return name.group(1);
  }
}
