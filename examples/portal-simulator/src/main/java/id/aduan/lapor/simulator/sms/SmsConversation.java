package id.aduan.lapor.simulator.sms;

import java.time.Instant;
import java.util.List;

/**
 * The messages between one phone and 1708, oldest first.
 *
 * @param key 32 random hex digits; who knows it may read
 */
public record SmsConversation(String key, String phone, List<Message> messages) {
  /** One text message. Its text may hold a password: it is shown to the reporter alone. */
  public record Message(boolean fromReporter, String text, Instant at) {
    @Override
    public String toString() {
      return "Message[withheld]";
    }
  }

  public SmsConversation {
    messages = List.copyOf(messages);
  }

  /** Names no number and repeats no text. */
  @Override
  public String toString() {
    return "SmsConversation[" + messages.size() + " messages]";
  }
}
