package id.aduan.lapor.runner.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that begin with the same bits, as in {@code 10.1.0.0/16} or {@code ::1}. */
public final class AddressRange {
  private static final Pattern FORM =
      Pattern.compile("(?<address>[0-9.]{7,15}|[0-9a-fA-F:.]{2,45})(/(?<bits>[0-9]{1,3}))?");
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern FOUR = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET);

  private final byte[] start;
  private final int bits;

  private AddressRange(byte[] start, int bits) {
    this.start = start;
    this.bits = bits;
  }

  /**
   * Reads an address, or one with the number of its bits that count. Asks no name server.
   *
   * @throws IllegalArgumentException for anything else, or if a bit is set that does not count
   */
  public static AddressRange parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not an address");
    }
    byte[] start = address(form.group("address")).getAddress();
    int most = 8 * start.length;
    int bits = form.group("bits") == null ? most : Integer.parseInt(form.group("bits"));
    if (bits > most) {
      throw new IllegalArgumentException("an address of this kind has only " + most + " bits");
    }
    for (int bit = bits; bit < most; bit++) {
      if (bitOf(start, bit) != 0) {
        throw new IllegalArgumentException("the address has bits behind the first " + bits);
      }
    }
    return new AddressRange(start, bits);
  }

  /**
   * The address that is written out; asks no name server.
   *
   * @throws IllegalArgumentException for a name, or an address of another form
   */
  public static InetAddress address(String text) {
    if (!text.contains(":") && !FOUR.matcher(text).matches()) {
      throw new IllegalArgumentException("not an address");
    }
    try {
      // With a colon, or of this form, it is never taken for a name.
      return InetAddress.getByName(text.contains(":") ? "[" + text + "]" : text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address");
    }
  }

  /** Whether the address begins with the bits that count. */
  public boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (bitOf(other, bit) != bitOf(start, bit)) {
        return false;
      }
    }
    return true;
  }

  private static int bitOf(byte[] bytes, int bit) {
    return bytes[bit / 8] >> (7 - bit % 8) & 1;
  }
}
