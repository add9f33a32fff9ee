package id.aduan.lapor.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.deadline.ServiceLevel.Grade;
import id.aduan.lapor.deadline.ServiceLevel.Unit;
import id.aduan.lapor.yaml.ConfigurationFault;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import org.junit.jupiter.api.Test;

class ServiceLevelsTest {

  @Test
  void everyCaseHasFourteenWorkingDays() {
    ServiceLevel standard = ServiceLevels.national().standard();

    assertThat(standard.id()).isEqualTo("sp4n.complaint_no_supervision");
    assertThat(standard.limit()).isEqualTo(14);
    assertThat(standard.unit()).isEqualTo(Unit.WORKING_DAYS);
    assertThat(standard.source()).startsWith("CMP-04");
    assertThat(standard.grade()).isEqualTo(Grade.C);
  }

  @Test
  void allFaultsOfAFileAreToldAtOnce() {
    String yaml =
        """
        version: "1"
        default: sp4n.complain
        levels:
          - {id: sp4n.complaint, limit: 0, unit: days, source: CMP-04, grade: c}
          - {id: sp4n.complaint, limit: 1, unit: working_days, source: CMP-04, grade: c}
        """;
    Problems problems = new Problems();

    assertThatThrownBy(
            () ->
                ServiceLevels.read(
                    YamlFile.parse("s.yaml", yaml.getBytes(UTF_8), problems), problems))
        .isInstanceOf(ConfigurationFault.class)
        .hasMessage(
            """
            s.yaml:2:10: unknown level: 'sp4n.complain' (did you mean 'sp4n.complaint'?)
            s.yaml:4:33: 'limit' must be a whole number from 1 to 366, but is '0'
            s.yaml:4:42: unknown value for 'unit': 'days' (known: working_days)
            s.yaml:5:5: the level 'sp4n.complaint' is written twice""");
  }
}
