package id.aduan.lapor.bintan.demo;

/** Where everything of the demo listens, on loopback. */
public record Ports(int connector, int portal, int opd, int landOffice, int admin) {
  /** The ports in the shipped configuration. */
  public static final Ports SHIPPED = from(18100);

  /** Five ports in a row. */
  public static Ports from(int first) {
    return new Ports(first, first + 1, first + 2, first + 3, first + 4);
  }
}
