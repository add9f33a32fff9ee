package id.aduan.lapor.documents.inspect;

/**
 * How much of an archive is believed.
 *
 * @param entriesMax in all, those of archives within it too
 * @param unpackedBytesMax of all entries as they say
 * @param ratioMax of what is unpacked to what is packed, for more than {@code ratioFromBytes}
 * @param depthMax archives within each other
 * @param lookedBytesMax how much is unpacked, in memory and bit by bit, to see whether it is so
 */
public record ZipLimits(
    int entriesMax,
    long unpackedBytesMax,
    int ratioMax,
    long ratioFromBytes,
    int depthMax,
    long lookedBytesMax) {
  /** 10,000 entries, 1 GiB, 200 times from 10 MiB on, 2 deep; 128 MiB are looked at. */
  public static final ZipLimits DEFAULT =
      new ZipLimits(10_000, 1L << 30, 200, 10L << 20, 2, 128L << 20);
}
