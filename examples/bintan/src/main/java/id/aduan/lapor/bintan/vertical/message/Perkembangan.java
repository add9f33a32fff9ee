package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** One thing that an officer did with a dossier. */
@XmlType(
    name = "Perkembangan",
    propOrder = {
      "nomorUrut",
      "nomorBerkas",
      "nomorReferensi",
      "waktu",
      "jenis",
      "untukPemohon",
      "isi",
      "kodeStatus"
    })
public class Perkembangan {
  public long nomorUrut;

  @XmlElement(required = true)
  public @Nullable String nomorBerkas;

  @XmlElement(required = true)
  public @Nullable String nomorReferensi;

  @XmlSchemaType(name = "dateTime")
  @XmlElement(required = true)
  public @Nullable String waktu;

  /** JAWABAN, MEMO or STATUS. */
  @XmlElement(required = true)
  public @Nullable String jenis;

  /** False for what must stay inside the office. */
  public boolean untukPemohon;

  @XmlElement(required = true)
  public @Nullable String isi;

  @XmlElement(required = true)
  public @Nullable String kodeStatus;
}
