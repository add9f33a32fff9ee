package id.aduan.lapor.adapter.soap;

import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What a code in an answer says. Pure. */
record CodeRule(Optional<ElementPath> path, Set<String> ok, Set<String> refused) {

  enum Verdict {
    OK,
    REFUSED,
    NOT_KNOWN
  }

  static CodeRule of(SoapConfig.Code code, Shape answer) {
    return new CodeRule(
        code.path().map(path -> ElementPath.of(path, answer)), code.ok(), code.refused());
  }

  /** OK where the system gives no code. */
  Verdict judge(Element root) {
    if (path.isEmpty()) {
      return Verdict.OK;
    }
    if (ok.contains(code(root))) {
      return Verdict.OK;
    }
    return refused.contains(code(root)) ? Verdict.REFUSED : Verdict.NOT_KNOWN;
  }

  /** As written; to be shown only where it is one of the documented ones. */
  String code(Element root) {
    return path.flatMap(it -> it.text(root)).orElse("");
  }
}
