package id.aduan.lapor.runner.answer;

import id.aduan.lapor.sync.ParkedAnswer;

/**
 * What became, or would become, of one thing that waits. Its names are those of {@code --json}.
 *
 * @param code what was done, or why nothing was
 * @param detail nothing of a person
 */
public record ParkedResult(String id, boolean done, String code, String detail) {
  public static ParkedResult of(String id, ParkedAnswer answer) {
    return new ParkedResult(id, answer.done(), answer.code(), answer.detail());
  }
}
