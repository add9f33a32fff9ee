package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.vertical.message.Wire;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import java.io.StringReader;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A caller of the land office that knows nothing but the committed WSDL. */
final class LandOfficeCaller {
  static final Path WSDL = Path.of("config/kantah.wsdl");
  static final Credentials CREDENTIALS = new Credentials("lapor", "rahasia");
  private final Dispatch<Source> dispatch;

  LandOfficeCaller(URI serviceUri) {
    this(serviceUri, CREDENTIALS);
  }

  LandOfficeCaller(URI serviceUri, Credentials credentials) {
    try {
      var service =
          Service.create(
              WSDL.toUri().toURL(), new QName(Wire.NAMESPACE, "LayananPengaduanService"));
      dispatch =
          service.createDispatch(
              new QName(Wire.NAMESPACE, "LayananPengaduanPort"),
              Source.class,
              Service.Mode.PAYLOAD);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
    var context = dispatch.getRequestContext();
    context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, serviceUri.toString());
    context.put(BindingProvider.USERNAME_PROPERTY, credentials.user());
    context.put(BindingProvider.PASSWORD_PROPERTY, credentials.password());
  }

  /** Calls an operation with its inner XML and returns the root element of the answer. */
  Element call(String operation, String content) throws Exception {
    var payload = "<%1$s xmlns=\"%2$s\">%3$s</%1$s>".formatted(operation, Wire.NAMESPACE, content);
    var answer = dispatch.invoke(new StreamSource(new StringReader(payload)));
    var result = new DOMResult();
    TransformerFactory.newInstance().newTransformer().transform(answer, result);
    return (Element) result.getNode().getFirstChild();
  }

  Element file(String reference) throws Exception {
    return call("DaftarkanBerkas", dossier(reference, "Pengukuran tanah", "Sudah lama menunggu."));
  }

  Element progress(long since, int max) throws Exception {
    return call(
        "AmbilPerkembangan",
        "<sejakNomor>%d</sejakNomor><maksimum>%d</maksimum>".formatted(since, max));
  }

  static String dossier(String reference, String subject, String body) {
    return """
        <nomorReferensi>%s</nomorReferensi><perihal>%s</perihal><uraian>%s</uraian>\
        <namaPemohon>ANONIM</namaPemohon><kodeKlasifikasi>PTN-02</kodeKlasifikasi>"""
        .formatted(reference, subject, body);
  }

  static List<String> texts(Element root, String name) {
    var nodes = root.getElementsByTagNameNS(Wire.NAMESPACE, name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Node::getTextContent)
        .toList();
  }
}
