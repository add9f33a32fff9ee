package id.aduan.lapor.agency.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormTest {
  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T07:03:22Z,2026-11-25T07:03:22Z",
    "2026-11-25T14:03:22+07:00,2026-11-25T07:03:22Z",
    "2026-11-25T14:03:22+0700,2026-11-25T07:03:22Z",
    "2026-11-25 14:03:22,2026-11-25T07:03:22Z",
    "2026-11-25T14:03,2026-11-25T07:03:00Z",
    "2023-04-29T18:07:49.982573,2023-04-29T11:07:49.982573Z"
  })
  void isoIsReadWithAndWithoutAnOffset(String text, Instant expected) {
    assertThat(TimeForm.iso(WIB).parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sabtu, 11 Februari 2023, 01:16", "SABTU, 11 FEBRUARI 2023, 01:16"})
  void theLongIndonesianFormIsReadInAnyCase(String text) {
    TimeForm form = TimeForm.of("EEEE, d MMMM uuuu, HH:mm", WIB);

    assertThat(form.parse(text)).contains(Instant.parse("2023-02-10T18:16:00Z"));
  }

  @Test
  void aYearMayBeWrittenAsPeopleWriteIt() {
    TimeForm form = TimeForm.of("dd/MM/yyyy HH:mm 'yyyy'", WIB);

    assertThat(form.parse("25/11/2026 14:03 yyyy")).contains(Instant.parse("2026-11-25T07:03:00Z"));
    assertThat(form.parse("31/11/2026 14:03 yyyy")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "null", "0000-00-00 00:00:00", "0001-01-01T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-02-30T00:00:00Z", "2026-11-25", "25-11-2026 14:03", "1764054202", "besok"
      })
  void whatIsNoMomentIsNothing(String text) {
    assertThat(TimeForm.iso(WIB).parse(text)).isEmpty();
  }

  @Test
  void aPatternThatIsNoneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> TimeForm.of("tanggal", WIB));
  }
}
