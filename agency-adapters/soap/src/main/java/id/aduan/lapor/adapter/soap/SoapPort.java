package id.aduan.lapor.adapter.soap;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import java.net.MalformedURLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.binding.soap.model.SoapBindingInfo;
import org.apache.cxf.binding.soap.model.SoapOperationInfo;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.apache.cxf.service.model.MessageInfo;
import org.apache.cxf.service.model.MessagePartInfo;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.jspecify.annotations.Nullable;

/**
 * A port of a WSDL, as CXF understands it: its operations, and ways to call them. Makes no
 * connection.
 */
final class SoapPort implements AutoCloseable {
  private static final Map<String, Object> LIMITS =
      Map.of(
          "org.apache.cxf.stax.maxElementDepth", 30,
          "org.apache.cxf.stax.maxAttributeCount", 100,
          "org.apache.cxf.stax.maxAttributeSize", 10_000,
          "org.apache.cxf.stax.maxChildElements", 10_000,
          "org.apache.cxf.stax.maxElementCount", 100_000L,
          "org.apache.cxf.stax.maxTextLength", 200_000);

  private final Bus bus;
  private final Service service;
  private final QName port;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  /** An operation whose request and answer are one element each. */
  record Operation(String name, String action, Shape request, Shape answer) {}

  private SoapPort(Bus bus, Service service, QName port) {
    this.bus = bus;
    this.service = service;
    this.port = port;
  }

  /**
   * @throws IllegalArgumentException for a WSDL that CXF cannot read; the message fits behind the
   *     file's name
   */
  static SoapPort open(WsdlFile wsdl, String service, String port) {
    Bus bus = BusFactory.newInstance().createBus();
    Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
    try {
      QName serviceName = new QName(wsdl.namespace(), service);
      SoapPort opened =
          new SoapPort(
              bus,
              Service.create(wsdl.file().toUri().toURL(), serviceName),
              new QName(wsdl.namespace(), port));
      opened.readOperations();
      return opened;
    } catch (MalformedURLException | WebServiceException e) {
      bus.shutdown(true);
      throw new IllegalArgumentException("is no WSDL that can be used", e);
    } finally {
      BusFactory.setThreadDefaultBus(before);
    }
  }

  private void readOperations() {
    Endpoint endpoint = client(dispatch()).getEndpoint();
    if (!(endpoint.getEndpointInfo().getBinding() instanceof SoapBindingInfo binding)) {
      return;
    }
    for (BindingOperationInfo found : binding.getOperations()) {
      SoapOperationInfo soap = found.getExtensor(SoapOperationInfo.class);
      if (soap == null || isRpc(soap.getStyle() == null ? binding.getStyle() : soap.getStyle())) {
        continue;
      }
      MessageInfo input = found.getOperationInfo().getInput();
      MessageInfo output = found.getOperationInfo().getOutput();
      if (isOneElement(input) && isOneElement(output)) {
        String name = found.getName().getLocalPart();
        String action = soap.getAction() == null ? "" : soap.getAction();
        operations.put(name, new Operation(name, action, shape(input), shape(output)));
      }
    }
  }

  private static boolean isRpc(@Nullable String style) {
    return "rpc".equals(style);
  }

  private static boolean isOneElement(MessageInfo message) {
    return message != null
        && message.getMessageParts().size() == 1
        && message.getMessageParts().get(0).isElement();
  }

  private static Shape shape(MessageInfo message) {
    MessagePartInfo part = message.getMessageParts().get(0);
    return part.getXmlSchema() instanceof XmlSchemaElement element
        ? Shape.of(element)
        : Shape.unknown(part.getElementQName());
  }

  Map<String, Operation> operations() {
    return operations;
  }

  /** A way to call one operation; safe for use by many threads. */
  SoapCall call(Operation operation, TransportConduit conduit) {
    Dispatch<DOMSource> dispatch = dispatch();
    Client client = client(dispatch);
    client.setConduitSelector(new PreexistingConduitSelector(conduit, client.getEndpoint()));
    client.getEndpoint().putAll(LIMITS);
    Map<String, Object> context = dispatch.getRequestContext();
    context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
    context.put(BindingProvider.SOAPACTION_URI_PROPERTY, operation.action());
    // CXF would log a failed call with the beginning of the answer, which is about a person.
    FaultListener silent = (fault, description, message) -> false;
    context.put(FaultListener.class.getName(), silent);
    client.setThreadLocalRequestContext(true);
    return new SoapCall(operation, dispatch);
  }

  private Dispatch<DOMSource> dispatch() {
    Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
    try {
      return service.createDispatch(port, DOMSource.class, Service.Mode.PAYLOAD);
    } finally {
      BusFactory.setThreadDefaultBus(before);
    }
  }

  private static Client client(Dispatch<DOMSource> dispatch) {
    return ((DispatchImpl<DOMSource>) dispatch).getClient();
  }

  @Override
  public void close() {
    bus.shutdown(true);
  }
}
