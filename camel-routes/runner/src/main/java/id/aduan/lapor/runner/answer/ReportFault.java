package id.aduan.lapor.runner.answer;

/** A report that cannot be read: one line that says what, and where, and shows no value of it. */
public final class ReportFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String line;

  ReportFault(String line) {
    super(line);
    this.line = line;
  }

  public String line() {
    return line;
  }
}
