package id.aduan.lapor.bintan.vertical.message;

/** Names that the whole service shares. */
public final class Wire {
  public static final String NAMESPACE = "http://kantah-bintan.example/layanan/pengaduan/v1";

  private Wire() {}
}
