package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A file sent with a dossier. */
@XmlType(
    name = "Lampiran",
    propOrder = {"nama", "isi"})
public class Lampiran {
  @XmlElement(required = true)
  public @Nullable String nama;

  @XmlElement(required = true)
  public byte @Nullable [] isi;
}
