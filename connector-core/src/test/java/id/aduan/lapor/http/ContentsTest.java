package id.aduan.lapor.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(Content content) throws IOException {
    try (InputStream in = Contents.open(content)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 49_151, 49_152, 49_153, 100_000})
  void base64IsThatOfThePlatformAndOfTheLengthThatItSays(int length) throws IOException {
    byte[] plain = bytes(length);

    Content encoded = Contents.base64(Content.of(plain));

    assertThat(read(encoded)).isEqualTo(Base64.getEncoder().encode(plain));
    assertThat(encoded.length()).isEqualTo(Base64.getEncoder().encode(plain).length);
  }

  @Test
  void aContentStandsWhereItsMarkerStoodAndMayBeReadAgain() throws IOException {
    Content content = Contents.around("{\"isi\":\"X1\"}", "X1", Contents.text("berkas"));

    assertThat(new String(read(content), UTF_8)).isEqualTo("{\"isi\":\"berkas\"}");
    assertThat(new String(read(content), UTF_8)).isEqualTo("{\"isi\":\"berkas\"}");
    assertThat(content.length()).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "X1 X1"})
  void aMarkerThatDoesNotStandThereOnceIsRefused(String text) {
    assertThatThrownBy(() -> Contents.around(text, "X1", Contents.text("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void whatIsNotOfItsLengthNeverComesWhole(int difference) throws IOException {
    byte[] plain = bytes(1000);
    Content lying = new Lying(1000 + difference, plain);

    try (InputStream in = Contents.open(Contents.concat(List.of(Contents.text("a"), lying)))) {
      int[] came = {0};
      assertThatThrownBy(
              () -> {
                while (in.read() >= 0) {
                  came[0]++;
                }
              })
          .isInstanceOf(ContentFailure.class);
      assertThat(came[0]).isLessThan(1001 + difference);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Lying(long length, byte[] plain) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Content.of(plain).open();
    }
  }
}
