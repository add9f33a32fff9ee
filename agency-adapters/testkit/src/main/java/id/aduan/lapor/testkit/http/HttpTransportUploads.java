package id.aduan.lapor.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.http.Content;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of the contract about what is read as it goes out. */
abstract class HttpTransportUploads extends HttpTransportDownloads {
  private static final int BYTES = 300_000;
  private static final String TAKEN = OK + "Content-Length: 0\r\n\r\n";

  /**
   * Gives bytes as they are read.
   *
   * @param announced may be more than there are
   * @param end what comes behind them
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  private record Read(byte[] bytes, long announced, InputStream end) implements Content {
    @Override
    public long length() {
      return announced;
    }

    @Override
    public InputStream open() {
      return new SequenceInputStream(new ByteArrayInputStream(bytes), end);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static HttpCall upload(RawServer to, Content content) {
    return call(
        "POST", to.uri("/file"), Map.of(), Optional.of(new HttpCall.Body("image/jpeg", content)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16_383, 16_384, 16_385, BYTES})
  void a_file_goes_out_as_it_is_with_its_length_announced(int length) throws HttpFailure {
    server = RawServer.answering(TAKEN);
    byte[] bytes = bytes(length);

    int status =
        transport()
            .exchange(upload(server, new Read(bytes, length, InputStream.nullInputStream())))
            .status();

    assertThat(status).isEqualTo(200);
    assertThat(server.heard()).hasSize(1);
    Heard heard = server.heard().get(0);
    assertThat(heard.headers())
        .containsEntry("content-length", Integer.toString(length))
        .containsEntry("content-type", "image/jpeg")
        .doesNotContainKey("transfer-encoding");
    assertThat(heard.body()).isEqualTo(bytes);
  }

  @Test
  @Tag("C7")
  void a_file_that_cannot_be_read_to_its_end_is_never_heard_whole() {
    server = RawServer.answering(TAKEN);
    InputStream gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        };

    HttpFailure failure = failing(upload(server, new Read(bytes(BYTES / 2), BYTES, gone)));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_WHOLE);
    assertThat(server.heard()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, BYTES - 1, BYTES + 1, 2 * BYTES})
  @Tag("C7")
  void a_file_of_another_length_than_announced_is_never_heard_whole(int length) {
    server = RawServer.answering(TAKEN);
    Content other = new Read(bytes(length), BYTES, InputStream.nullInputStream());

    HttpFailure failure = failing(upload(server, other));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_WHOLE);
    assertThat(server.heard()).isEmpty();
  }
}
