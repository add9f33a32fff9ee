package id.aduan.lapor.documents.odf;

import java.io.IOException;
import java.io.Serial;

/** A document is more than the bounds allow; thrown out of its stream. */
final class OdfBoundException extends IOException {
  @Serial private static final long serialVersionUID = 1;
  final OdfFault fault;

  OdfBoundException(OdfFault fault) {
    super("the document is more than the bounds allow: " + fault);
    this.fault = fault;
  }
}
