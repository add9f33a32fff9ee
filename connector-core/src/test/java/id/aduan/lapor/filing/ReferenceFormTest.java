package id.aduan.lapor.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFormTest {
  private static final AgencyCode COUNTER = new AgencyCode("loket");

  @Test
  void the_seen_form_holds_the_source_and_its_number() {
    assertThat(ReferenceForm.SEEN.of(COUNTER, "2026-0012"))
        .isEqualTo("[Nomor Tiket loket: 2026-0012]. ");
  }

  @Test
  void a_number_is_never_found_within_a_longer_one() {
    ReferenceForm form = new ReferenceForm("#({number}) dari ({source}) ");

    assertThat(form.of(COUNTER, "12") + "isi").doesNotContain(form.of(COUNTER, "1"));
    assertThat(form.of(COUNTER, "21") + "isi").doesNotContain(form.of(COUNTER, "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[Nomor Tiket {number}]",
        "[{source} {number} {number}]",
        "{source} {number}]",
        "[{source}: {number}",
        "[{source}{number}]",
        "[{source}-{number}]",
        "[{source}: T{number}]",
        "[{source}:\n{number}]",
      })
  void a_form_by_which_nothing_is_found_again_for_sure_is_refused(String form) {
    assertThatThrownBy(() -> new ReferenceForm(form)).isInstanceOf(IllegalArgumentException.class);
  }
}
