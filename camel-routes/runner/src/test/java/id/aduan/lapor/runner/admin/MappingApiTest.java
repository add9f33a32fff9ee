package id.aduan.lapor.runner.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.runner.answer.MappingCancel;
import id.aduan.lapor.runner.answer.MappingOrder;
import id.aduan.lapor.runner.answer.MappingOrder.Outcome;
import id.aduan.lapor.runner.answer.MappingReport;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mappings, by the process that owns the store. */
@Tag("S23")
@Tag("D8")
class MappingApiTest extends AdminRig {
  private AdminAnswers asked;
  private AdminMapping work;

  @BeforeEach
  void greet() {
    asked = AdminAnswers.of(file);
    work = new AdminMapping(asked);
  }

  private static MappingOrder order(String name, String content, Optional<Instant> at) {
    return new MappingOrder(name, content.getBytes(UTF_8), at, "budi", Optional.of("OPD baru"));
  }

  private String counting() {
    return asked.mappings().versions().stream()
        .filter(it -> it.standing() == MappingReport.Standing.COUNTS)
        .map(MappingReport.Version::version)
        .findFirst()
        .orElse("");
  }

  @Test
  void another_mapping_counts_without_a_restart_and_a_faulty_one_does_not() {
    String before = counting();

    MappingOrder.Result faulty =
        work.apply(order("m.yaml", "version: \"2\"\ndefault: nobody\n", Optional.empty()));

    assertThat(faulty.outcome()).isEqualTo(Outcome.FAULTY);
    assertThat(faulty.faults()).singleElement().asString().startsWith("m.yaml:2:10: ");
    assertThat(counting()).isEqualTo(before);

    MappingOrder.Result applied =
        work.apply(order("m.yaml", "version: \"2\"\ndefault: dishub\n", Optional.empty()));

    assertThat(applied.outcome()).isEqualTo(Outcome.APPLIES);
    assertThat(counting()).isEqualTo("2");
    assertThat(asked.mappings().versions().get(0).by()).isEqualTo("operator:budi");
    assertThat(
            work.apply(
                    order(
                        "m.yaml", "version: \"3\"\ndefault: dishub\n", Optional.of(Instant.EPOCH)))
                .outcome())
        .isEqualTo(Outcome.BAD_MOMENT);
  }

  @Test
  void a_version_that_is_to_count_later_is_called_off() {
    Instant later = asked.mappings().at().plusSeconds(86_400);
    work.apply(order("m.yaml", "version: \"5\"\ndefault: dishub\n", Optional.of(later)));
    MappingCancel cancel = new MappingCancel("5", "budi", Optional.empty());

    assertThat(work.cancel(cancel).outcome()).isEqualTo(MappingCancel.Outcome.CANCELLED);

    assertThat(work.cancel(cancel).outcome()).isEqualTo(MappingCancel.Outcome.NOT_SCHEDULED);
    assertThat(asked.mappings().versions().get(0).standing())
        .isEqualTo(MappingReport.Standing.CANCELLED);
    assertThatThrownBy(() -> work.cancel(new MappingCancel("5", "", Optional.empty())))
        .isInstanceOf(AdminRefusedException.class);
  }

  @Test
  void a_name_that_is_a_path_is_refused() {
    assertThatThrownBy(() -> work.apply(order("../m.yaml", "version: \"9\"\n", Optional.empty())))
        .isInstanceOf(AdminRefusedException.class)
        .hasMessageContaining("without a folder");
  }
}
