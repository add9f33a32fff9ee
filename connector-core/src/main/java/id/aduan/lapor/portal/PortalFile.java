package id.aduan.lapor.portal;

/**
 * A file on its way to the portal. Its text form shows neither name nor content.
 *
 * @param name as its owner called it: data, never a path
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record PortalFile(String name, String type, byte[] bytes) {
  @Override
  public String toString() {
    return "PortalFile[" + bytes.length + " bytes]";
  }
}
