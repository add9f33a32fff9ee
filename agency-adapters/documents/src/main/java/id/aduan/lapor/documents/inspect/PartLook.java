package id.aduan.lapor.documents.inspect;

/** Sees the bytes of one entry as they go by. */
interface PartLook {
  /** For entries of which only the size matters. */
  PartLook NOTHING =
      new PartLook() {
        @Override
        public void feed(byte[] bytes, int length) {}

        @Override
        public void done() {}
      };

  /** Takes the next bytes. */
  void feed(byte[] bytes, int length);

  /** There are no more. */
  void done();
}
