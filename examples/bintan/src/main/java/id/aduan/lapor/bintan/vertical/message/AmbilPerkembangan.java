package id.aduan.lapor.bintan.vertical.message;

import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Asks for what happened since (mengambil perkembangan). */
@XmlRootElement(name = "AmbilPerkembangan")
@XmlType(
    name = "",
    propOrder = {"sejakNomor", "maksimum"})
public class AmbilPerkembangan {
  /** 0 for the beginning. */
  public long sejakNomor;

  /** 1 to 200. */
  public int maksimum;
}
