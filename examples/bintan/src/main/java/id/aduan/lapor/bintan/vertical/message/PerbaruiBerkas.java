package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the office to set what a dossier says (memperbarui berkas); what is left out is empty. */
@XmlRootElement(name = "PerbaruiBerkas")
@XmlType(
    name = "",
    propOrder = {
      "nomorBerkas",
      "perihal",
      "uraian",
      "lokasi",
      "namaPemohon",
      "teleponPemohon",
      "kodeKlasifikasi",
      "lampiran"
    })
public class PerbaruiBerkas {
  @XmlElement(required = true)
  public @Nullable String nomorBerkas;

  /** 1 to 80 characters. */
  @XmlElement(required = true)
  public @Nullable String perihal;

  /** 1 to 1500 characters. */
  @XmlElement(required = true)
  public @Nullable String uraian;

  /** At most 150 characters. */
  public @Nullable String lokasi;

  /** 1 to 60 characters. */
  @XmlElement(required = true)
  public @Nullable String namaPemohon;

  /** At most 15 characters. */
  public @Nullable String teleponPemohon;

  /** PTN-01, PTN-02, PTN-03 or PTN-99. */
  @XmlElement(required = true)
  public @Nullable String kodeKlasifikasi;

  /** At most 3 files of 2 MB each. */
  @XmlElement public List<Lampiran> lampiran = new ArrayList<>();
}
