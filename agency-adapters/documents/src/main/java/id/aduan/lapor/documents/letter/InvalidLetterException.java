package id.aduan.lapor.documents.letter;

import java.io.Serial;

/** A letter that was made is not fit to leave (ODF-10); it is not handed out. */
public final class InvalidLetterException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  InvalidLetterException(String why) {
    super("the letter was made and is not handed out: " + why);
  }
}
