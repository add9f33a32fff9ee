package id.aduan.lapor.bintan.desk;

import java.util.List;
import java.util.function.Consumer;

/**
 * An agency's system as its officers use it. Every call on an unknown ticket number throws {@link
 * IllegalArgumentException}.
 */
public interface Desk {

  String agency();

  StatusWords words();

  /** All tickets, oldest first. */
  List<Ticket> tickets();

  /** Tells the reporter something and leaves the ticket in status {@code next}. */
  Entry answer(String number, String officer, String text, StatusWord next);

  /** Tells colleagues something; the status stays. */
  Entry note(String number, String officer, String text);

  /** Changes the status without words. */
  Entry move(String number, String officer, StatusWord next);

  /** Calls the listener for everything that happens from now on. */
  void listen(Consumer<AgencyEvent> listener);
}
