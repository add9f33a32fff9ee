package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Carries CXF's messages over the connector's own transport, so that SOAP has the same deadline for
 * the whole answer, the same bound on its size and the same proof of what was sent as every other
 * call; CXF's HTTP conduit has a time-out for the first byte only.
 */
final class TransportConduit extends AbstractConduit {
  static final String KEY = "id.aduan.lapor.idempotency-key";
  static final String FILE = "id.aduan.lapor.file";

  private static final Logger LOG = Logger.getLogger(TransportConduit.class.getName());
  private static final Set<Integer> WITH_FAULT = Set.of(400, 500);
  private static final Set<String> XML =
      Set.of("text/xml", "application/soap+xml", "multipart/related");

  private static final Pattern CODE = Pattern.compile("[\\w.:-]{1,40}");

  private final HttpTransport http;
  private final HttpEndpoint endpoint;

  TransportConduit(HttpTransport http, HttpEndpoint endpoint) {
    super(reference(endpoint));
    this.http = http;
    this.endpoint = endpoint;
  }

  private static EndpointReferenceType reference(HttpEndpoint endpoint) {
    AttributedURIType address = new AttributedURIType();
    address.setValue(endpoint.base().toString());
    EndpointReferenceType reference = new EndpointReferenceType();
    reference.setAddress(address);
    return reference;
  }

  @Override
  public void prepare(Message message) {
    message.setContent(OutputStream.class, new ByteArrayOutputStream());
  }

  @Override
  public void close(Message message) throws IOException {
    if (message.getContent(OutputStream.class) instanceof ByteArrayOutputStream request) {
      message.removeContent(OutputStream.class);
      HttpCall call = call(message, request.toByteArray());
      HttpReply reply;
      try {
        reply = http.exchange(call);
      } catch (HttpFailure e) {
        throw new Ended(new SoapAnswer.NoAnswer(e));
      }
      if (!isSoap(reply)) {
        throw new Ended(new SoapAnswer.NotSoap(call, reply));
      }
      receive(message, reply);
    }
  }

  private HttpCall call(Message message, byte[] request) {
    Map<String, List<String>> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, List<String>> protocol =
        CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
    if (protocol != null) {
      given.putAll(protocol);
    }
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "text/xml, application/soap+xml");
    List<String> action = given.getOrDefault("SOAPAction", List.of());
    if (!action.isEmpty()) {
      headers.put("SOAPAction", action.get(0));
    }
    if (message.getContextualProperty(KEY) instanceof String key) {
      headers.put("Idempotency-Key", key);
    }
    String type = String.valueOf(message.get(Message.CONTENT_TYPE));
    String typed = type.contains("charset") ? type : type + "; charset=UTF-8";
    if (message.getContextualProperty(FILE) instanceof SoapFile file) {
      HttpCall call = endpoint.call("POST", "", headers, Optional.of(file.body(typed, request)));
      return file.patient(call);
    }
    return endpoint.call("POST", "", headers, Optional.of(new HttpCall.Body(typed, request)));
  }

  private static boolean isSoap(HttpReply reply) {
    return (reply.isSuccess() || WITH_FAULT.contains(reply.status()))
        && XML.contains(reply.mediaType())
        && reply.body().length > 0;
  }

  private void receive(Message request, HttpReply reply) throws Ended {
    Message answer = new MessageImpl();
    answer.setExchange(request.getExchange());
    answer.put(Message.CONTENT_TYPE, reply.header("content-type").orElse(""));
    answer.put(Message.RESPONSE_CODE, reply.status());
    answer.setContent(InputStream.class, new ByteArrayInputStream(reply.body()));
    incomingObserver.onMessage(answer);
    Message fault = request.getExchange().getInFaultMessage();
    if (fault != null && fault.getContent(Exception.class) instanceof SoapFault read) {
      throw new Ended(new SoapAnswer.Fault(codes(read)));
    }
    if (!reply.isSuccess()) {
      throw new Ended(new SoapAnswer.Broken("a failure without a whole fault"));
    }
  }

  private static Set<String> codes(SoapFault fault) {
    Set<String> codes = new TreeSet<>();
    codes.add(fault.getFaultCode().getLocalPart());
    if (fault.getSubCodes() != null) {
      fault.getSubCodes().stream().map(QName::getLocalPart).forEach(codes::add);
    }
    if (fault.getDetail() != null) {
      addDetail(fault.getDetail(), codes);
    }
    return codes;
  }

  /** Names of elements, and texts that look like codes. */
  private static void addDetail(Element parent, Set<String> codes) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        codes.add(element.getLocalName());
        addDetail(element, codes);
      } else if (CODE.matcher(node.getTextContent().strip()).matches()) {
        codes.add(node.getTextContent().strip());
      }
    }
  }

  @Override
  protected Logger getLogger() {
    return LOG;
  }

  /** Carries an answer that is not the promised element past CXF. */
  static final class Ended extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient SoapAnswer answer;

    Ended(SoapAnswer answer) {
      super("the call did not bring the promised answer");
      this.answer = answer;
    }

    SoapAnswer answer() {
      return answer;
    }
  }
}
