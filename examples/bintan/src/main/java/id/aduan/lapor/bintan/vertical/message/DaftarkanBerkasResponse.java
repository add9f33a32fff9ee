package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Says under which number a dossier was opened, or why not. */
@XmlRootElement(name = "DaftarkanBerkasResponse")
@XmlType(
    name = "",
    propOrder = {"kodeHasil", "pesan", "nomorBerkas"})
public class DaftarkanBerkasResponse {
  /** "00" if it worked. */
  @XmlElement(required = true)
  public @Nullable String kodeHasil;

  @XmlElement(required = true)
  public @Nullable String pesan;

  /** Only if a dossier was opened. */
  public @Nullable String nomorBerkas;
}
