package id.aduan.lapor.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyFile;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of answers, fetched from the agency's own system and from nowhere else. */
class AnswerFileTest {
  private static final int BYTES_MAX = 5_000;
  private static final byte[] PICTURE = {1, 2, 3};

  @TempDir private Path folder;
  private final List<HttpCall> calls = new ArrayList<>();

  private AgencyFile fetched(String address, HttpReply reply) throws Exception {
    try (AgencyAdapter adapter =
        Settings.in(folder)
            .with("baseUri", "http://dinas.example.go.id/api")
            .withSecret("key", "ZZSEC-kunci")
            .adapter(
                "dinas.yaml",
                call -> {
                  calls.add(call);
                  return reply;
                })) {
      return adapter.file(new Attachment("foto.jpg", address), BYTES_MAX);
    }
  }

  private static HttpReply picture(String type) {
    return new HttpReply(200, Map.of("content-type", type), PICTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://dinas.example.go.id/api/berkas/7.jpg", "berkas/7.jpg"})
  void itIsFetchedBelowTheSystemsOwnAddressWithItsCredentials(String address) throws Exception {
    AgencyFile file = fetched(address, picture("image/jpeg"));

    assertThat(file)
        .isInstanceOfSatisfying(
            AgencyFile.Here.class,
            here -> {
              assertThat(here.bytes()).isEqualTo(PICTURE);
              assertThat(here.type()).isEqualTo("image/jpeg");
            });
    HttpCall call = calls.get(0);
    assertThat(call.uri()).hasToString("http://dinas.example.go.id/api/berkas/7.jpg");
    assertThat(call.headers().values()).anyMatch(value -> value.contains("ZZSEC-kunci"));
    assertThat(call.bounds().replyBytesMax()).isEqualTo(BYTES_MAX);
  }

  @ParameterizedTest
  @Tag("S6")
  @ValueSource(
      strings = {
        "https://lain.example.go.id/api/berkas/7.jpg",
        "https://dinas.example.go.id/api/berkas/7.jpg",
        "http://dinas.example.go.id:8443/api/berkas/7.jpg",
        "http://x@dinas.example.go.id/api/berkas/7.jpg",
        "//lain.example.go.id/api/7.jpg",
        "http://dinas.example.go.id/rahasia/7.jpg",
        "http://dinas.example.go.id/apilain/7.jpg",
        "../rahasia/7.jpg",
        "http://dinas.example.go.id/api/%2e%2e/rahasia",
        "http://dinas.example.go.id/api/..%2frahasia",
        "file:///etc/passwd",
        "mailto:x@example.go.id",
        "http://169.254.169.254/latest",
        "not an address",
        ""
      })
  void anAddressElsewhereIsRefusedWithoutACall(String address) throws Exception {
    AgencyFile file = fetched(address, picture("image/jpeg"));

    assertThat(file).isEqualTo(new AgencyFile.Missing("address.not-the-agencys"));
    assertThat(calls).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowedAndCountsAsMissing() throws Exception {
    HttpReply elsewhere =
        new HttpReply(302, Map.of("location", "http://169.254.169.254/"), new byte[0]);

    assertThat(fetched("berkas/7.jpg", elsewhere)).isEqualTo(new AgencyFile.Missing("http.302"));
    assertThat(calls).hasSize(1);
  }

  @Test
  void aTypeThatIsNoneBecomesPlainBytes() throws Exception {
    AgencyFile file = fetched("berkas/7.jpg", picture("image/jpeg\"; x=\""));

    assertThat(file)
        .isInstanceOfSatisfying(
            AgencyFile.Here.class,
            here -> assertThat(here.type()).isEqualTo("application/octet-stream"));
  }

  @Test
  void oneThatIsTooLargeOrDoesNotComeIsMissing() throws Exception {
    try (AgencyAdapter adapter =
        Settings.in(folder)
            .with("baseUri", "http://dinas.example.go.id/api")
            .withSecret("key", "ZZSEC-kunci")
            .adapter(
                "dinas.yaml",
                call -> {
                  throw new HttpFailure(HttpFailure.Kind.UNCERTAIN, "the answer is too large");
                })) {
      assertThat(adapter.file(new Attachment("a", "berkas/7.jpg"), BYTES_MAX))
          .isEqualTo(new AgencyFile.Missing("http.uncertain"));
    }
  }
}
