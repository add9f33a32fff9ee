package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A dossier as the service shows it. */
@XmlType(
    name = "Berkas",
    propOrder = {"nomorBerkas", "nomorReferensi", "tanggalDaftar", "perihal", "kodeStatus"})
public class Berkas {
  @XmlElement(required = true)
  public @Nullable String nomorBerkas;

  @XmlElement(required = true)
  public @Nullable String nomorReferensi;

  @XmlSchemaType(name = "dateTime")
  @XmlElement(required = true)
  public @Nullable String tanggalDaftar;

  @XmlElement(required = true)
  public @Nullable String perihal;

  @XmlElement(required = true)
  public @Nullable String kodeStatus;
}
