package id.aduan.lapor.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.PushedMessage.Broken;
import id.aduan.lapor.agency.PushedMessage.Changes;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.http.RecordingTransport;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change that was kept because it could not be read, read by settings that are mended. */
@Tag("C11")
class RereadTest {
  private static final String CHANGE =
      """
      {"id": "7", "nomor": "T-1", "no_referensi": "8123456", "waktu": "2026-11-25 14:00:00",
       "isi": "Selesai", "status": "SELESAI", "publik": true, "jenis": "TANGGAPAN"}""";

  @TempDir private Path folder;
  private final RecordingTransport transport = new RecordingTransport();
  private AgencyAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    adapter =
        Settings.in(folder)
            .with("baseUri", "http://127.0.0.1:1")
            .withSecret("key", "ZZSEC-1")
            .adapter("dinas.yaml", transport);
  }

  @AfterEach
  void close() {
    adapter.close();
  }

  private PushedMessage reread(String change) {
    return adapter.reread(change.getBytes(UTF_8));
  }

  @Test
  void itIsReadAsInAListAndNobodyIsCalled() {
    assertThat(((Changes) reread(CHANGE)).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.id()).isEqualTo("7");
              assertThat(change.isPublic()).isTrue();
              assertThat(change).extracting(TicketChange::text).isEqualTo("Selesai");
            });
    assertThat(transport.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id": "7"}     | payload.shape
          []              | payload.shape
          {"id": "7"      | json.syntax
          """)
  void whatStillCannotBeReadSaysWhy(String change, String code) {
    assertThat(reread(change)).isEqualTo(new Broken(code));
  }
}
