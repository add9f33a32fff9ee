package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import java.util.Set;
import org.w3c.dom.Element;

/** What came back from a SOAP call. */
sealed interface SoapAnswer {

  /** For the operator: what came, and nothing of what it says. */
  String summary();

  /** The element that the WSDL promises. */
  record Answer(Element root) implements SoapAnswer {
    @Override
    public String summary() {
      return "the promised answer";
    }
  }

  /**
   * A SOAP fault.
   *
   * @param codes local names of its code and subcodes, and what its detail names
   */
  record Fault(Set<String> codes) implements SoapAnswer {
    @Override
    public String summary() {
      return "a fault";
    }
  }

  /** An HTTP answer that is no SOAP: another status, a page, nothing. */
  record NotSoap(HttpCall call, HttpReply reply) implements SoapAnswer {
    @Override
    public String summary() {
      return "no SOAP, with status " + reply.status();
    }
  }

  /** SOAP that cannot be read, or is not what the WSDL promises. */
  record Broken(String summary) implements SoapAnswer {}

  /** No HTTP answer. */
  record NoAnswer(HttpFailure failure) implements SoapAnswer {
    @Override
    public String summary() {
      return "no answer: " + failure.getMessage();
    }
  }
}
