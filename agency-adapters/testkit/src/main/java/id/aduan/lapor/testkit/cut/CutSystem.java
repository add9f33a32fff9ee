package id.aduan.lapor.testkit.cut;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import java.io.IOException;

/**
 * The fake system that the adapter speaks to: how it reads a request and writes an answer. It
 * honours no key: it does what each whole request says. Called by many threads.
 */
public interface CutSystem {
  /** What a request is for. */
  enum Kind {
    CREATE,
    UPDATE,
    READ
  }

  /**
   * What a request asks for.
   *
   * @param reply all answers to one kind of request are of one length
   * @param effect what it does to the ledger, when the system gets round to it
   */
  record Work(Kind kind, Reply reply, Runnable effect) {}

  /** Which kind of request the adapter is about to make. */
  Kind kindOf(HttpCall call);

  /** Reads a whole request. What it stores goes into the effect, and nowhere else. */
  Work read(Request request, CutLedger ledger) throws IOException;
}
