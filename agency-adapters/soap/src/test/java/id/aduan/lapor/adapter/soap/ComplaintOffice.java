package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.StoredTicket;
import jakarta.activation.DataHandler;
import jakarta.annotation.Resource;
import jakarta.xml.ws.Endpoint;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.handler.MessageContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.helpers.DOMUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A small complaint office behind SOAP, served by CXF; its search finds by prefix. */
@WebServiceProvider(
    targetNamespace = ComplaintOffice.NAMESPACE,
    serviceName = "KantorPengaduan",
    portName = "PengaduanPort",
    wsdlLocation = "kantor.wsdl")
@ServiceMode(Service.Mode.PAYLOAD)
public final class ComplaintOffice implements Provider<DOMSource>, AutoCloseable {
  static final String NAMESPACE = "urn:contoh:pengaduan:v1";

  private static final String XOP = "http://www.w3.org/2004/08/xop/include";

  @Resource private @Nullable WebServiceContext context;
  private final List<StoredTicket> tickets = new ArrayList<>();
  private final List<String[]> changes = new ArrayList<>();
  private final List<FarEnd.StoredFile> files = new ArrayList<>();
  private final Endpoint endpoint;
  private final URI uri;

  ComplaintOffice() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      uri = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/soap");
    }
    endpoint = Endpoint.publish(uri.toString(), this);
  }

  URI uri() {
    return uri;
  }

  synchronized List<StoredTicket> tickets() {
    return List.copyOf(tickets);
  }

  synchronized void forget() {
    tickets.clear();
    changes.clear();
    files.clear();
  }

  synchronized void write(String ticket, String kind, String text, String status) {
    changes.add(new String[] {ticket, kind, text, status});
  }

  @Override
  public synchronized DOMSource invoke(DOMSource request) {
    Node node = request.getNode();
    Element asked =
        node instanceof Document document ? document.getDocumentElement() : (Element) node;
    Document answer = DOMUtils.createDocument();
    Element root = answer.createElementNS(NAMESPACE, asked.getLocalName() + "Jawaban");
    answer.appendChild(root);
    add(root, "kode", asked.getLocalName().equals("UbahPengaduan") ? set(asked) : "00");
    switch (asked.getLocalName()) {
      case "KirimPengaduan" -> add(root, "nomorTiket", store(asked));
      case "UbahPengaduan" -> {}
      case "LampirkanBerkas" -> keep(asked);
      case "CariPengaduan" -> search(text(asked, "nomorReferensi"), add(root, "daftar", ""));
      default -> list(asked, root);
    }
    return new DOMSource(answer);
  }

  synchronized List<FarEnd.StoredFile> files() {
    return List.copyOf(files);
  }

  private void keep(Element asked) {
    byte[] bytes = bytes(DOMUtils.getFirstChildWithName(asked, NAMESPACE, "isi"));
    files.add(
        new FarEnd.StoredFile(text(asked, "nomorTiket"), text(asked, "namaBerkas"), sha256(bytes)));
  }

  /** In base64, or as CXF took it from beside the envelope. */
  private byte[] bytes(Element content) {
    Element include = DOMUtils.getFirstChildWithName(content, XOP, "Include");
    if (include == null) {
      return Base64.getDecoder().decode(content.getTextContent());
    }
    Map<?, ?> beside =
        (Map<?, ?>)
            Objects.requireNonNull(
                Objects.requireNonNull(context)
                    .getMessageContext()
                    .get(MessageContext.INBOUND_MESSAGE_ATTACHMENTS));
    String id = include.getAttribute("href").replaceFirst("^cid:", "");
    DataHandler file = (DataHandler) Objects.requireNonNull(beside.get(id));
    try (InputStream in = file.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private String set(Element asked) {
    for (int i = 0; i < tickets.size(); i++) {
      StoredTicket known = tickets.get(i);
      if (known.number().equals(text(asked, "nomorTiket"))) {
        tickets.set(i, ticket(known.number(), known.reference(), asked));
        return "00";
      }
    }
    return "44";
  }

  private String store(Element asked) {
    String number = "KTR-%04d/2026".formatted(tickets.size() + 1);
    tickets.add(ticket(number, text(asked, "nomorReferensi"), asked));
    return number;
  }

  private static StoredTicket ticket(String number, String reference, Element asked) {
    List<String> files = new ArrayList<>();
    NodeList contents = asked.getElementsByTagNameNS(NAMESPACE, "isi");
    for (int i = 0; i < contents.getLength(); i++) {
      byte[] bytes = Base64.getDecoder().decode(contents.item(i).getTextContent());
      files.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return new StoredTicket(
        number,
        reference,
        text(asked, "perihal"),
        text(asked, "uraian"),
        text(asked, "namaPelapor"),
        files);
  }

  private void search(String reference, Element list) {
    for (StoredTicket ticket : tickets) {
      if (ticket.reference().startsWith(reference)) {
        Element found = add(list, "pengaduan", "");
        add(found, "nomorTiket", ticket.number());
        add(found, "nomorReferensi", ticket.reference());
      }
    }
  }

  private void list(Element asked, Element root) {
    String since = text(asked, "sejak");
    int from = since.isEmpty() ? 0 : Integer.parseInt(since);
    int to = Math.min(changes.size(), from + Integer.parseInt(text(asked, "jumlah")));
    for (int i = from; i < to; i++) {
      Element change = add(root, "perubahan", "");
      add(change, "id", "P" + i);
      add(change, "nomorTiket", changes.get(i)[0]);
      add(change, "waktu", "2026-11-02T09:00:%02d".formatted(i));
      add(change, "sifat", changes.get(i)[1]);
      add(change, "isi", changes.get(i)[2]);
      add(change, "status", changes.get(i)[3]);
    }
    add(root, "berikut", Integer.toString(to));
    add(root, "adaLagi", Boolean.toString(to < changes.size()));
  }

  private static Element add(Element parent, String name, String text) {
    Element child = parent.getOwnerDocument().createElementNS(NAMESPACE, name);
    child.setTextContent(text);
    parent.appendChild(child);
    return child;
  }

  private static String text(Element parent, String name) {
    Element child = DOMUtils.getFirstChildWithName(parent, NAMESPACE, name);
    return child == null ? "" : child.getTextContent();
  }

  @Override
  public void close() {
    endpoint.stop();
  }
}
