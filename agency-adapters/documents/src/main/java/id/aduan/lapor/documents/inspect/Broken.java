package id.aduan.lapor.documents.inspect;

/** The bytes are not what they should be; it becomes a finding. */
final class Broken extends Exception {
  private static final long serialVersionUID = 1;

  Broken(String what) {
    super(what, null, false, false);
  }
}
