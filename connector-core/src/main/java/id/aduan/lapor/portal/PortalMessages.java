package id.aduan.lapor.portal;

/** Understands what the portal pushes. */
public interface PortalMessages {
  /**
   * Reads a message whose signature has been checked.
   *
   * @throws UnreadableMessageException when it is not of the agreed form; its bytes are kept then
   */
  PortalState read(byte[] raw);
}
