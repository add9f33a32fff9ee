package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Says whether a dossier was set, or why not. */
@XmlRootElement(name = "PerbaruiBerkasResponse")
@XmlType(
    name = "",
    propOrder = {"kodeHasil", "pesan"})
public class PerbaruiBerkasResponse {
  /** "00" if it worked. */
  @XmlElement(required = true)
  public @Nullable String kodeHasil;

  @XmlElement(required = true)
  public @Nullable String pesan;
}
