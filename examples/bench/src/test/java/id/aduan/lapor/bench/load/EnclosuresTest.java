package id.aduan.lapor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnclosuresTest {
  private final Enclosures enclosures = new Enclosures(20, 400, 2101);

  @Test
  void one_complaint_of_twenty_has_a_file() {
    assertThat(IntStream.range(0, 2_000).filter(i -> !enclosures.json(i).isEmpty()).count())
        .isEqualTo(100);
    assertThat(enclosures.json(40)).startsWith(",\"attachments\":[{\"url\":\"/berkas/bukti-");
    assertThat(Enclosures.NONE.json(40)).isEmpty();
  }

  @Test
  void a_file_has_one_to_twenty_megabytes() {
    assertThat(IntStream.range(0, 400).map(enclosures::bytes))
        .allMatch(bytes -> bytes >= 1_000_000 && bytes <= 20_000_000);
    assertThat(IntStream.range(0, 400).map(enclosures::bytes).average().orElse(0))
        .isBetween(5e6, 8e6);
  }

  @Test
  void a_file_that_was_promised_is_missing_until_it_comes() {
    enclosures.acknowledged(20);
    enclosures.acknowledged(40);
    enclosures.acknowledged(40);
    enclosures.acknowledged(41);
    enclosures.arrived(20);

    assertThat(enclosures.counts().promised()).isEqualTo(2);
    assertThat(enclosures.counts().missing()).isEqualTo(1);
  }

  @Test
  void one_that_comes_twice_is_repeated_and_one_that_nobody_promised_is_neither() {
    enclosures.acknowledged(20);
    enclosures.arrived(20);
    enclosures.arrived(20);
    enclosures.arrived(60);

    assertThat(enclosures.counts().missing()).isZero();
    assertThat(enclosures.counts().repeated()).isEqualTo(1);
  }

  @Test
  void the_portal_has_as_many_bytes_of_each_as_it_says_and_no_two_alike() throws IOException {
    try (FilePortal portal = new FilePortal(enclosures, 2101)) {
      ByteArrayOutputStream photo = new ByteArrayOutputStream();
      ByteArrayOutputStream other = new ByteArrayOutputStream();
      portal.write(photo, 0, 1_234_567);
      portal.write(other, 2, 1_234_567);

      assertThat(photo.size()).isEqualTo(1_234_567);
      assertThat(photo.toByteArray()).startsWith(0xff, 0xd8).isNotEqualTo(other.toByteArray());
    }
  }
}
