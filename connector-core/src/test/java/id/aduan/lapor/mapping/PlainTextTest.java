package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form in which words are looked for. */
class PlainTextTest {
  @ParameterizedTest
  @CsvSource({
    "'  Lampu\tJALAN --mati ', lampu jalan mati",
    "'Sungai Pinang, RT-03', 'sungai pinang, rt 03'",
    "'Jalan Café – rusak', jalan cafe rusak",
    "'---', ''",
    "'', ''"
  })
  void a_text_is_small_letters_and_single_spaces(String written, String plain) {
    assertThat(PlainText.of(written)).hasToString(plain);
  }

  @Test
  void what_is_written_in_ascii_alone_comes_out_as_by_the_rules_for_all_texts() {
    Random chance = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = chance.nextInt(12); length > 0; length--) {
        text.append((char) chance.nextInt(128));
      }
      assertThat(PlainText.of(text.toString())).hasToString(PlainText.plainWhole(text.toString()));
    }
  }
}
