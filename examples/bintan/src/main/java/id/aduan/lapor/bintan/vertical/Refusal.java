package id.aduan.lapor.bintan.vertical;

/** A refusal inside an answer: kodeHasil and pesan. */
record Refusal(String code, String message) {
  static final String NONE = "00";
  static final String SYSTEM_FAILED = "99";

  static Refusal empty(String field) {
    return new Refusal("11", field + " wajib diisi");
  }

  static Refusal tooLong(String field, int lengthMax) {
    return new Refusal("12", field + " paling banyak " + lengthMax + " karakter");
  }

  static Refusal unknownDossier() {
    return new Refusal("14", "nomorBerkas tidak dikenal");
  }

  static Refusal attachment(String message) {
    return new Refusal("13", message);
  }
}
