package id.aduan.lapor.documents.letter;

/** Tells the hash of letters, from a process of its own. */
final class LetterHash {
  private LetterHash() {}

  public static void main(String[] args) throws Exception {
    System.out.println(LetterTemplateTest.hash());
  }
}
