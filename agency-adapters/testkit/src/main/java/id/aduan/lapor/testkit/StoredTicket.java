package id.aduan.lapor.testkit;

import java.util.List;

/**
 * A ticket as the far end stored it.
 *
 * @param reporter what it says of the reporter; empty where the system keeps nothing of them
 * @param files the content of the files that came with it, as text
 */
public record StoredTicket(
    String number,
    String reference,
    String title,
    String content,
    String reporter,
    List<String> files) {
  public StoredTicket {
    files = List.copyOf(files);
  }
}
