package id.aduan.lapor.documents.letter;

import java.util.Optional;
import java.util.stream.Stream;

/** The letters there are (ODF-08). */
public enum LetterKind {
  /** The receipt that a reporter is given, with the four items of the law (UU25-05). */
  RECEIPT("tanda-terima", "Tanda Terima Pengaduan"),
  /** The sheet that a case is passed on with inside an institution. */
  DISPOSITION("lembar-disposisi", "Lembar Disposisi"),
  /** The letter that a case is sent to an agency with. */
  COVERING("surat-pengantar", "Surat Pengantar"),
  /** The answer to the citizen (CMP-15). */
  ANSWER("surat-jawaban", "Surat Jawaban"),
  /** The memo inside the government (CMP-15). */
  MEMO("nota-dinas", "Nota Dinas"),
  /** The draft of a reprimand to an agency that is late. */
  REPRIMAND("surat-teguran", "Surat Teguran"),
  /** The letter that gives a case back as another's authority. */
  RETURN("surat-pengembalian", "Surat Pengembalian");

  private final String slug;
  private final String title;

  LetterKind(String slug, String title) {
    this.slug = slug;
    this.title = title;
  }

  /** As commands and files name it. */
  public String slug() {
    return slug;
  }

  /** As officials name it. */
  public String title() {
    return title;
  }

  /** The kind of this slug. */
  public static Optional<LetterKind> of(String slug) {
    return Stream.of(values()).filter(it -> it.slug.equals(slug)).findFirst();
  }
}
