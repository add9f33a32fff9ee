package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.IdempotencyKey;
import java.util.Optional;

/**
 * How agencies' answers go to the portal (D13).
 *
 * @param afterApproval whether each waits for a person first
 * @param reference a text with {@value #REFERENCE} in it that is put at the end of each answer, so
 *     that no two are the same and a look-up finds exactly this one (C7); empty for none, since a
 *     citizen reads it
 * @param filesMax how many files of an answer go with it
 * @param fileBytesMax the largest file that does
 */
public record ReplyRules(
    boolean afterApproval, Optional<String> reference, int filesMax, int fileBytesMax) {
  /** What stands for our reference in its text. */
  public static final String REFERENCE = "{reference}";

  /** What the portal's own page takes (portal-wire 2.4). */
  public static final int FILES_MAX = 5;

  /** What the portal's own page takes. */
  public static final int FILE_BYTES_MAX = 5 * 1024 * 1024;

  private static final int REFERENCE_CHARACTERS = 12;

  public static final ReplyRules DEFAULT =
      new ReplyRules(false, Optional.empty(), FILES_MAX, FILE_BYTES_MAX);

  public ReplyRules {
    if (filesMax < 0 || filesMax > FILES_MAX || fileBytesMax < 1 || fileBytesMax > FILE_BYTES_MAX) {
      throw new IllegalArgumentException(
          "an answer has 0 to %d files of at most %d bytes".formatted(FILES_MAX, FILE_BYTES_MAX));
    }
    if (!reference.map(text -> text.contains(REFERENCE)).orElse(true)) {
      throw new IllegalArgumentException("the text of a reference has " + REFERENCE + " in it");
    }
  }

  /** An answer's text with our reference at its end, where one is configured. */
  String referenced(String text, IdempotencyKey key) {
    return reference
        .map(form -> form.replace(REFERENCE, key.value().substring(0, REFERENCE_CHARACTERS)))
        .map(ours -> text.stripTrailing() + "\n\n" + ours)
        .orElse(text);
  }
}
