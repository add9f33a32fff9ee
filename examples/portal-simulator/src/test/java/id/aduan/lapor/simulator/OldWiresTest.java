package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.old.SafeXml;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldWiresTest {
  private static final String TOKEN = PortalCredentials.INVENTED.token();
  private static final String FILED =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <lapor token="%s">
        <pelapor><email>a@contoh.example</email><telpon>0812</telpon><namadepan>Siti</namadepan>\
      <namabelakang>_</namabelakang></pelapor>
        <laporan rahasia="1" anonim="0"><isi>Lampu padam &amp; gelap.
      Mohon diganti.</isi></laporan>
      </lapor>"""
          .formatted(TOKEN);

  private final PortalSimulator portal = PortalSimulator.start(PortalSettings.defaults());
  private final Caller caller = new Caller(portal);

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void filing_by_xml_answers_both_numbers() throws Exception {
    HttpResponse<String> answer = stream(FILED);

    OfferedComplaint filed = portal.ledger().complaints().get(0);
    var xml = SafeXml.parse(answer.body().getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    assertThat(xml.getElementsByTagName("trackingid").item(0).getTextContent())
        .isEqualTo(filed.complaintId());
    assertThat(xml.getElementsByTagName("transaksiid").item(0).getTextContent()).matches("\\d+");
    assertThat(filed.complaint().content()).isEqualTo("Lampu padam & gelap.\nMohon diganti.");
    assertThat(filed.complaint().title()).isEqualTo("Lampu padam & gelap.");
    assertThat(filed.complaint().secret()).isTrue();
    assertThat(filed.complaint().anonymous()).isFalse();
    assertThat(filed.complaint().reporter())
        .isEqualTo(new Reporter("Siti", "0812", "a@contoh.example"));
    assertThat(filed.complaint().categoryId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "SIMULATR,ANOTHER1,401",
    "rahasia=\"1\",rahasia=\"ya\",422",
    "<namabelakang>_</namabelakang>,'',422",
    "</lapor>,'',400",
    "laporan,lain,400"
  })
  void a_wrong_message_files_nothing_and_is_answered_in_xml(
      String right, String wrong, int status) {
    HttpResponse<String> answer = stream(FILED.replace(right, wrong));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).startsWith("<?xml").contains("<error>").doesNotContain(TOKEN);
    assertThat(portal.ledger().complaints()).isEmpty();
  }

  @Test
  void a_document_type_is_refused() {
    String doctype = "<!DOCTYPE lapor [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<lapor ";

    HttpResponse<String> answer =
        stream(FILED.replace("<lapor ", doctype).replace("Lampu padam", "&x;"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(portal.ledger().complaints()).isEmpty();
  }

  @Test
  void xml_without_end_is_refused() {
    String endless = "x".repeat(300 * 1024);

    assertThat(stream(FILED.replace("Lampu padam", endless)).statusCode()).isEqualTo(413);
  }

  @Test
  void the_old_filing_goes_wrong_as_ordered_too() {
    portal.faults().add(Fault.of(FaultKind.WITHOUT_ID).at(Place.STREAM).times(1));
    portal.faults().add(Fault.of(FaultKind.LOST_ANSWER).at(Place.STREAM).skip(1));

    assertThat(stream(FILED).body()).isEqualTo("<lapor/>");
    assertThatThrownBy(() -> stream(FILED)).isInstanceOf(UncheckedIOException.class);
    assertThat(portal.ledger().complaints()).hasSize(2);
  }

  @Test
  void topics_are_texts_alone_and_top_topics_have_parent_zero() {
    JsonNode topics = Caller.json(topics(TOKEN));

    assertThat(topics.size()).isGreaterThan(3);
    topics.forEach(
        topic -> {
          assertThat(topic.path("id").isTextual()).isTrue();
          assertThat(topic.path("parent").isTextual()).isTrue();
        });
    assertThat(topics).anyMatch(topic -> topic.path("parent").asText().equals("0"));
  }

  @Test
  void topics_want_the_key() {
    assertThat(topics("x").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> topics(String key) {
    return caller.send(
        HttpRequest.newBuilder(portal.pageUri().resolve("/api/services/f01/gettopics"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "KEYTOKEN=" + URLEncoder.encode(key, StandardCharsets.UTF_8))));
  }

  private HttpResponse<String> stream(String xml) {
    return caller.send(
        HttpRequest.newBuilder(portal.pageUri().resolve("/api/stream/addstream"))
            .header("Content-Type", "text/xml; charset=UTF8")
            .POST(BodyPublishers.ofString(xml)));
  }
}
