package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The detail of a fault (galat layanan). */
@XmlRootElement(name = "GalatLayanan")
@XmlType(
    name = "",
    propOrder = {"kode", "pesan"})
public class GalatLayanan {
  @XmlElement(required = true)
  public @Nullable String kode;

  @XmlElement(required = true)
  public @Nullable String pesan;
}
