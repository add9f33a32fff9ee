package id.aduan.lapor.testkit;

import java.util.List;

/**
 * Drives the system, or the fake of one, that an adapter under test speaks to. Every method returns
 * when the effect can be seen.
 */
public interface FarEnd {
  /** Forgets all tickets and changes, ends any fault, and answers again. */
  void reset();

  /** Every ticket that it stored since the last reset, oldest first. */
  List<StoredTicket> tickets();

  /** All that it was sent since the last reset, headers and bodies, as it came over the wire. */
  String recorded();

  /**
   * Every file that was put to a ticket since the last reset, oldest first. Asked only of an
   * adapter with {@link id.aduan.lapor.agency.Capability#ATTACH}.
   */
  default List<StoredFile> files() {
    throw new IllegalStateException("this system takes no files");
  }

  /** A file at the far end: whose it is, and what it is by its bytes, in hexadecimal SHA-256. */
  record StoredFile(String ticket, String name, String sha256) {}

  /** Ends any fault and keeps what is stored. */
  void recover();

  /**
   * Answers every call in this way until it recovers. A system to which a fault cannot happen may
   * abort the test with {@link org.junit.jupiter.api.Assumptions}.
   */
  void fail(Fault fault);

  /** An officer answers in public. */
  void answer(String ticket, String text);

  /** An officer leaves a note for colleagues. */
  void note(String ticket, String text);

  /** An officer changes the status, without words. */
  void move(String ticket, String status);

  /** The list of changes gets one that names no ticket. */
  void garble();

  /**
   * What it pushes of all its changes since the last reset, oldest first: the bodies, as they come
   * over the wire. Asked only of an adapter with {@link id.aduan.lapor.agency.Capability#PUSH}.
   */
  default List<byte[]> pushes() {
    throw new IllegalStateException("this system pushes nothing");
  }
}
