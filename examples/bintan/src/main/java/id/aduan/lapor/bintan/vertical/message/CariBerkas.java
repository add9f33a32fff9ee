package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Looks for dossiers by the caller's reference (mencari berkas). */
@XmlRootElement(name = "CariBerkas")
@XmlType(
    name = "",
    propOrder = {"nomorReferensi"})
public class CariBerkas {
  @XmlElement(required = true)
  public @Nullable String nomorReferensi;
}
