package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import java.util.Set;
import org.w3c.dom.Element;

/** What came back from a SOAP call. */
sealed interface SoapAnswer {

  /** The element that the WSDL promises. */
  record Answer(Element root) implements SoapAnswer {}

  /**
   * A SOAP fault.
   *
   * @param codes local names of its code and subcodes, and what its detail names
   */
  record Fault(Set<String> codes) implements SoapAnswer {}

  /** An HTTP answer that is no SOAP: another status, a page, nothing. */
  record NotSoap(HttpCall call, HttpReply reply) implements SoapAnswer {}

  /** SOAP that cannot be read, or is not what the WSDL promises. */
  record Broken(String what) implements SoapAnswer {}

  /** No HTTP answer. */
  record NoAnswer(HttpFailure failure) implements SoapAnswer {}
}
