package id.aduan.lapor.yaml;

/**
 * One fault in a file, for the person who wrote the file.
 *
 * <p>Prints as {@code file:line:column: message (hint)}. Never holds the value of a secret.
 *
 * @param file the file as the caller named it
 * @param line from 1; 0 when the fault is the file's own (it is missing, it is too long)
 * @param column from 1, in characters; 0 when the fault is the file's own
 * @param message what is wrong, in one line
 * @param hint what to do about it; empty when there is nothing to add
 */
public record Problem(String file, int line, int column, String message, String hint) {

  public Problem {
    message = message.replaceAll("\\R", " ");
    hint = hint.replaceAll("\\R", " ");
  }

  @Override
  public String toString() {
    String where = line == 0 ? file : file + ":" + line + ":" + column;
    String advice = hint.isEmpty() ? "" : " (" + hint + ")";
    return where + ": " + message + advice;
  }
}
