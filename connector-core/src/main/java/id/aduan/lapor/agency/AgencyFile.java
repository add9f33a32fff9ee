package id.aduan.lapor.agency;

/** What became of asking an agency's system for a file of an answer. */
public sealed interface AgencyFile {
  /**
   * The file. Its text form shows nothing of it.
   *
   * @param type its media type, as the system says
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Here(String type, byte[] bytes) implements AgencyFile {
    @Override
    public String toString() {
      return "Here[" + bytes.length + " bytes]";
    }
  }

  /**
   * It cannot be had.
   *
   * @param why a code, such as {@code http.404}; never anything that names a file or a person
   */
  record Missing(String why) implements AgencyFile {}
}
