package id.aduan.lapor.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapSettingsTest {
  @TempDir Path folder;
  private Settings settings;
  private String valid;

  @BeforeEach
  void template() throws IOException {
    settings = Settings.in(folder);
    valid = settings.yaml("http://10.1.1.1/soap");
  }

  @Test
  void theSampleHasNoFault() throws IOException {
    assertThat(settings.faults(valid)).isEmpty();
  }

  @Test
  void theAddressMayComeFromTheWsdl() throws IOException {
    assertThat(settings.faults(valid.replaceFirst("address: .*\ntls: off\n", ""))).isEmpty();
    assertThat(settings.faults(valid.replaceFirst("address: .*\n", "")))
        .extracting(Problem::message)
        .containsExactly("'tls: off' goes with an http:// address only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          wsdl: kantor.wsdl           | wsdl: lain.wsdl             | 2:7: this file cannot be read: lain.wsdl
          service: KantorPengaduan    | service: KantorPengadun     | 3:10: unknown service: 'KantorPengadun' (did you mean 'KantorPengaduan'?)
          port: PengaduanPort         | port: Pengaduan             | 4:7: unknown port: 'Pengaduan'
          address: http://10.1.1.1    | address: http://a:b@10.1.1.1 | 5:10: 'address' must not hold a user or password
          tls: off                    | #                           | 5:10: the address is not sealed by TLS
          operation: kirimPengaduan   | operation: kirim            | 12:14: the port has no document/literal operation 'kirim'
          perihal: title              | perihall: title             | 16:15: the WSDL knows no 'perihall' in 'KirimPengaduan'
          perihal: title              | perihal: titel              | 16:14: there is no 'titel' to send
          perihal: title              | #                           | 12:3: the WSDL requires the element 'perihal'
          perihal: title              | uraian: content             | 17:5: the key 'uraian' is written twice
          nomorReferensi: trackingId  | nomorReferensi: title       | 12:3: 'fields' carries no trackingId
          isi: base64                 | isi: fileName               | 12:3: 'limits' cuts texts
          item: berkas                | item: berkass               | 20:15: the WSDL knows no 'berkass' in 'lampiran'
          ticket: nomorTiket          | ticket: nomorTikett         | 30:11: the WSDL knows no 'nomorTikett' in 'KirimPengaduanJawaban'
          items: daftar/pengaduan     | items: daftar/penggaduan    | 37:10: the WSDL knows no 'penggaduan' in 'daftar'
          match: nomorReferensi       | match: nomor                | 39:10: the WSDL knows no 'nomor' in 'pengaduan'
          {sejak: cursor              | {jumlah: limit, sejak: cursor} # | 42:20: the WSDL has these elements in the order [sejak, jumlah]
          at: waktu                   | at: jam                     | 52:9: the WSDL knows no 'jam' in 'perubahan'
          {sifat: PUBLIK}             | {}                          | 50:5: 'publicWhen' names no element
          {sifat: PUBLIK}             | {sipat: PUBLIK}             | 56:18: the WSDL knows no 'sipat' in 'perubahan'
          {namaPelapor: 60}           | {namaPelapor: 0}            | 21:22: 'namaPelapor' must be a whole number from 1
          {namaPelapor: Pelapor       | {namaPelapr: Pelapor        | 22:15: unknown key: 'namaPelapr' (did you mean 'namaPelapor'?)
          okCodes: ["00"]             | #                           | 12:3: 'code' and 'okCodes' go together
          operation: ubahPengaduan    | operation: ubah             | 58:14: the port has no document/literal operation 'ubah'
          nomorTiket: ticket          | nomorTiket: title           | 58:3: 'fields' carries neither ticket nor trackingId
          """)
  void aFaultIsToldWithItsPlace(String written, String instead, String expected)
      throws IOException {
    assertThat(valid).contains(written);
    String faulty =
        valid.substring(0, valid.indexOf(written))
            + instead
            + valid.substring(valid.indexOf(written) + written.length());

    List<Problem> faults = settings.faults(faulty);

    assertThat(faults)
        .extracting(Problem::toString)
        .anySatisfy(line -> assertThat(line).contains("kantor.yaml:" + expected))
        .allSatisfy(line -> assertThat(line).doesNotContain("ZZSEC"));
  }

  @Test
  @Tag("C24")
  void anUpdateMustNotLeaveOutWhatAWithheldReporterMayNotKeepThere() throws IOException {
    int update = valid.indexOf("update:");
    String leaving =
        valid.substring(0, update)
            + valid
                .substring(update)
                .replaceFirst("(?m)^  otherwise: .*$", "")
                .replace("isi: base64", "isi: fileName");

    assertThat(settings.faults(leaving))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "where the reporter is withheld this leaves out 'namaPelapor', and what the system has"
                + " there would stay: give it a text in 'otherwise'",
            "'limits' cuts texts, and this carries no fullText, as base64 among the attachments");
  }

  @Test
  @Tag("C24")
  void whatIsPublicMustBeSaid() throws IOException {
    String silent = valid.replaceAll("(?m)^ *publicWhen:.*$", "");

    assertThat(settings.faults(silent))
        .extracting(Problem::message)
        .containsExactly("the key 'publicWhen' is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <xs:import namespace='urn:x' schemaLocation='http://10.1.1.1/x.xsd'/> | this file imports 'http://10.1.1.1/x.xsd', but only files beside or below it are read
          <xs:include schemaLocation='../../etc/x.xsd'/>                        | this file imports '../../etc/x.xsd', but only files beside or below it are read
          <xs:include schemaLocation='file:///etc/passwd'/>                     | this file imports 'file:///etc/passwd', but only files beside or below it are read
          <xs:include schemaLocation='missing.xsd'/>                            | this file cannot be read: missing.xsd
          <xs:include schemaLocation='circle.xsd'/>                             | this file imports circle.xsd in a circle
          <xs:element                                                           | this file is not XML: kantor.wsdl
          """)
  void onlyALocalAndWholeWsdlIsRead(String inserted, String expected) throws IOException {
    Files.writeString(
        folder.resolve("circle.xsd"),
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
            + "<xs:include schemaLocation='circle.xsd'/></xs:schema>");
    settings.wsdl(
        settings.resource("kantor.wsdl").replace("\"qualified\">", "\"qualified\">" + inserted));

    assertThat(settings.faults(valid)).extracting(Problem::message).contains(expected);
  }

  @Test
  void aWsdlWithADoctypeOrWithoutDocumentOperationsIsRefused() throws IOException {
    String wsdl = settings.resource("kantor.wsdl");
    settings.wsdl(wsdl.replace("<wsdl:definitions", "<!DOCTYPE x>\n<wsdl:definitions"));
    assertThat(settings.faults(valid))
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .matches("this file (has a DOCTYPE|is not XML): kantor.wsdl");

    settings.wsdl(wsdl.replace("style=\"document\"", "style=\"rpc\""));
    assertThat(settings.faults(valid))
        .extracting(Problem::message)
        .contains("the port has no document/literal operation 'kirimPengaduan'; it has []");
  }
}
