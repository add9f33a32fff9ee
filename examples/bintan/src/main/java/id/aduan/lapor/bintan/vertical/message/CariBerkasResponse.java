package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dossiers under one reference, oldest first. */
@XmlRootElement(name = "CariBerkasResponse")
@XmlType(
    name = "",
    propOrder = {"kodeHasil", "pesan", "berkas"})
public class CariBerkasResponse {
  /** "00" if it worked. */
  @XmlElement(required = true)
  public @Nullable String kodeHasil;

  @XmlElement(required = true)
  public @Nullable String pesan;

  @XmlElement public List<Berkas> berkas = new ArrayList<>();
}
