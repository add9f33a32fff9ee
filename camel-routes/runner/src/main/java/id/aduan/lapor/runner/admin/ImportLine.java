package id.aduan.lapor.runner.admin;

import id.aduan.lapor.runner.answer.ImportResult;
import java.util.Optional;

/**
 * A line of the answer to an import, which is told while it runs: how far it is, and at the end
 * what became of it or why it ended.
 *
 * @param code of a failure, with its message
 */
record ImportLine(
    Optional<Integer> done,
    Optional<Integer> of,
    Optional<ImportResult> result,
    Optional<String> code,
    Optional<String> message) {

  static ImportLine progress(int done, int of) {
    return new ImportLine(
        Optional.of(done), Optional.of(of), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static ImportLine result(ImportResult result) {
    return new ImportLine(
        Optional.empty(),
        Optional.empty(),
        Optional.of(result),
        Optional.empty(),
        Optional.empty());
  }

  static ImportLine failure(String code, String message) {
    return new ImportLine(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(code),
        Optional.of(message));
  }
}
