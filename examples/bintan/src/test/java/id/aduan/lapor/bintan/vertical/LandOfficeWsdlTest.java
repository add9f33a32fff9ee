package id.aduan.lapor.bintan.vertical;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.bintan.front.AgencySettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LandOfficeWsdlTest {
  private static final Set<String> TOLD =
      Set.of(
          "name",
          "type",
          "element",
          "message",
          "minOccurs",
          "maxOccurs",
          "soapAction",
          "style",
          "use",
          "transport",
          "binding",
          "elementFormDefault",
          "targetNamespace",
          "nillable");

  @Test
  void theServedDescriptionSaysWhatTheCommittedOneSays() throws Exception {
    try (var office = new LandOffice(AgencySettings.local(), LandOfficeCaller.CREDENTIALS)) {
      office.start();

      var served = facts(new ByteArrayInputStream(fetch(office.serviceUri() + "?wsdl")));
      var committed = facts(Files.newInputStream(LandOfficeCaller.WSDL));

      assertThat(committed).hasSizeGreaterThan(100);
      assertThat(without(served, committed)).as("only served").isEmpty();
      assertThat(without(committed, served)).as("only committed").isEmpty();
    }
  }

  @Test
  void theServedDescriptionNamesTheAddressAtWhichItWasAskedFor() throws Exception {
    try (var office = new LandOffice(AgencySettings.local(), LandOfficeCaller.CREDENTIALS)) {
      office.start();

      assertThat(new String(fetch(office.serviceUri() + "?wsdl"), StandardCharsets.UTF_8))
          .contains("location=\"" + office.serviceUri() + "\"");
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    var rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static byte[] fetch(String uri) throws IOException, InterruptedException {
    var login =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            var credentials = LandOfficeCaller.CREDENTIALS;
            return new PasswordAuthentication(
                credentials.user(), credentials.password().toCharArray());
          }
        };
    return HttpClient.newBuilder()
        .authenticator(login)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(uri)).build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  /** Every element with its place and its telling attributes; order only inside a sequence. */
  private static Set<String> facts(InputStream wsdl) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    try (wsdl) {
      var facts = new TreeSet<String>();
      collect(factory.newDocumentBuilder().parse(wsdl).getDocumentElement(), "", 0, facts);
      return facts;
    }
  }

  private static void collect(Element element, String place, int position, Set<String> facts) {
    var told = new TreeSet<String>();
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (TOLD.contains(attribute.getNodeName())) {
        told.add(attribute.getNodeName() + "=" + attribute.getNodeValue());
      }
    }
    var here = place + "/" + element.getLocalName() + told + (position == 0 ? "" : position);
    facts.add(here);
    int next = element.getLocalName().equals("sequence") ? 1 : 0;
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        collect(child, here, next, facts);
        next += next == 0 ? 0 : 1;
      }
    }
  }
}
