package id.aduan.lapor.documents.odf;

/**
 * How much of an OpenDocument file is read.
 *
 * @param partsMax parts of a package
 * @param bytesMax bytes of all parts when unpacked
 * @param ratioMax unpacked bytes for one packed byte, asked once {@value #RATIO_FROM_BYTES} bytes
 *     are unpacked
 * @param depthMax nested elements
 */
public record OdfBounds(int partsMax, long bytesMax, int ratioMax, int depthMax) {
  /** From here on the ratio counts; below it is harmless. */
  public static final long RATIO_FROM_BYTES = 1L << 20;

  /** For what others send. */
  public static final OdfBounds INCOMING = new OdfBounds(5_000, 200L << 20, 200, 200);

  /** For what we write: a recap of many cases is large and repeats itself. */
  public static final OdfBounds OUTGOING = new OdfBounds(2_000, 2L << 30, 1_100, 200);

  /** Refuses bounds that let nothing through. */
  public OdfBounds {
    if (partsMax < 1 || bytesMax < 1 || ratioMax < 1 || depthMax < 1) {
      throw new IllegalArgumentException("a bound is at least 1");
    }
  }
}
