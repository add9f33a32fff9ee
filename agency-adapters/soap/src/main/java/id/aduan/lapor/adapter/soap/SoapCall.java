package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.adapter.soap.SoapPort.Operation;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.WebServiceException;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Calls one operation and tells what came back, never by an exception. */
record SoapCall(Operation operation, Dispatch<DOMSource> dispatch) {
  private static final int CAUSES_MAX = 20;

  SoapAnswer invoke(Document request, Optional<String> key) {
    return invoke(request, key, Optional.empty());
  }

  /** With a file, which stands as its marker in the request. */
  SoapAnswer invoke(Document request, String key, SoapFile file) {
    return invoke(request, Optional.of(key), Optional.of(file));
  }

  private SoapAnswer invoke(Document request, Optional<String> key, Optional<SoapFile> file) {
    try {
      dispatch.getRequestContext().remove(TransportConduit.KEY);
      dispatch.getRequestContext().remove(TransportConduit.FILE);
      key.ifPresent(it -> dispatch.getRequestContext().put(TransportConduit.KEY, it));
      file.ifPresent(it -> dispatch.getRequestContext().put(TransportConduit.FILE, it));
      return answer(dispatch.invoke(new DOMSource(request)));
    } catch (WebServiceException e) {
      return trouble(e);
    }
  }

  private SoapAnswer answer(@Nullable DOMSource source) {
    Node node = source == null ? null : source.getNode();
    if (node instanceof Document document) {
      node = document.getDocumentElement();
    }
    if (!(node instanceof Element root)) {
      return new SoapAnswer.Broken("an empty body");
    }
    return operation.answer().name().equals(ElementPath.nameOf(root))
        ? new SoapAnswer.Answer(root)
        : new SoapAnswer.Broken("another element than the WSDL promises");
  }

  private static SoapAnswer trouble(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
      if (cause instanceof TransportConduit.Ended ended) {
        return ended.answer();
      }
      cause = cause.getCause();
    }
    return new SoapAnswer.Broken("what is not whole SOAP");
  }
}
