package id.aduan.lapor.privacy;

/**
 * Encrypts what is personal before it is stored (C24). A sealed value names its key, so keys can be
 * rotated, and is bound to the place it was sealed for: moved to another row or column it does not
 * open. Safe for use by many threads.
 */
public interface Sealer {
  /**
   * Seals a value for one place.
   *
   * @param place table, row and column, such as {@code lapor_inbox/in-1f/raw}
   */
  byte[] seal(byte[] plain, String place);

  /**
   * Opens a value sealed for the same place.
   *
   * @throws SealException when the key is not known, the bytes were changed, or the place is
   *     another
   */
  byte[] open(byte[] sealed, String place);
}
