package id.aduan.lapor.bintan.vertical;

import id.aduan.lapor.bintan.vertical.message.GalatLayanan;
import id.aduan.lapor.bintan.vertical.message.Wire;
import jakarta.xml.ws.WebFault;

/** A refusal that travels as a SOAP fault. */
@WebFault(name = "GalatLayanan", targetNamespace = Wire.NAMESPACE, messageName = "GalatLayanan")
public final class LayananFault extends Exception {
  private static final long serialVersionUID = 1;
  private final transient GalatLayanan detail;

  LayananFault(String code, String message) {
    super(message);
    detail = new GalatLayanan();
    detail.kode = code;
    detail.pesan = message;
  }

  /** Named as JAX-WS wants it. */
  public GalatLayanan getFaultInfo() {
    return detail;
  }
}
