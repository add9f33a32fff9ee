package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.testkit.FarEnd;
import id.aduan.lapor.testkit.Fault;
import id.aduan.lapor.testkit.FaultyHttpServer;
import id.aduan.lapor.testkit.StoredTicket;
import java.util.List;
import java.util.function.Supplier;

/** An office of kantor.wsdl behind a server that fails. */
record OfficeFarEnd(FaultyHttpServer server, Desk desk) implements FarEnd {

  /** The office itself, whoever it is. */
  record Desk(
      Runnable forget,
      Supplier<List<StoredTicket>> stored,
      Pen pen,
      Supplier<List<StoredFile>> files) {
    /** One that takes no files. */
    Desk(Runnable forget, Supplier<List<StoredTicket>> stored, Pen pen) {
      this(forget, stored, pen, List::of);
    }
  }

  /** Writes a change. */
  interface Pen {
    void write(String ticket, String kind, String text, String status);
  }

  @Override
  public List<StoredFile> files() {
    return desk.files().get();
  }

  @Override
  public void reset() {
    server.reset();
    desk.forget().run();
  }

  @Override
  public void recover() {
    server.recover();
  }

  @Override
  public List<StoredTicket> tickets() {
    return desk.stored().get();
  }

  @Override
  public String recorded() {
    return server.recorded();
  }

  @Override
  public void fail(Fault fault) {
    server.fail(fault);
  }

  @Override
  public void answer(String ticket, String text) {
    desk.pen().write(ticket, "PUBLIK", text, "DIPROSES");
  }

  @Override
  public void note(String ticket, String text) {
    desk.pen().write(ticket, "INTERNAL", text, "DIPROSES");
  }

  @Override
  public void garble() {
    desk.pen().write("", "INTERNAL", "Jawaban tanpa tiket", "DIPROSES");
  }

  @Override
  public void move(String ticket, String status) {
    desk.pen().write(ticket, "INTERNAL", "", status);
  }
}
