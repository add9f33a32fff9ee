package id.aduan.lapor.documents.inspect;

/**
 * An entry of a zip as its two headers tell of it.
 *
 * @param from where its header begins
 * @param data where its bytes begin
 */
record ZipEntryAt(String name, int method, long packed, long unpacked, long from, long data) {
  private static final int DEFLATED = 8;

  long end() {
    return data + packed;
  }

  boolean readable() {
    return method == 0 || method == DEFLATED;
  }

  boolean deflated() {
    return method == DEFLATED;
  }
}
