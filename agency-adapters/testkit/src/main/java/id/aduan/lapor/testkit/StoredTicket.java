package id.aduan.lapor.testkit;

import java.util.List;

/**
 * A ticket as the far end stored it.
 *
 * @param files the content of the files that came with it, as text
 */
public record StoredTicket(
    String number, String reference, String title, String content, List<String> files) {
  public StoredTicket {
    files = List.copyOf(files);
  }
}
