package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to any dossier of the office, oldest first. */
@XmlRootElement(name = "AmbilPerkembanganResponse")
@XmlType(
    name = "",
    propOrder = {"kodeHasil", "pesan", "perkembangan", "nomorTerakhir"})
public class AmbilPerkembanganResponse {
  /** "00" if it worked. */
  @XmlElement(required = true)
  public @Nullable String kodeHasil;

  @XmlElement(required = true)
  public @Nullable String pesan;

  @XmlElement public List<Perkembangan> perkembangan = new ArrayList<>();

  /** Where to go on from; absent if it did not work. */
  public @Nullable Long nomorTerakhir;
}
