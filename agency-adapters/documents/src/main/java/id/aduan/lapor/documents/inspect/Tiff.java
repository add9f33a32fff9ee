package id.aduan.lapor.documents.inspect;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The two things that matter of the notes that a camera leaves: which way is up, and whether the
 * place is told.
 *
 * @param orientation from 1 to 8; 1 where it does not say
 * @param place whether it is told, or may be in what was not read
 */
record Tiff(int orientation, boolean place) {
  private static final Tiff NOTHING = new Tiff(1, false);
  private static final int ENTRIES_MAX = 1000;
  private static final int ENTRY = 12;
  private static final int ORIENTATION = 0x0112;
  private static final int GPS = 0x8825;

  /**
   * Reads what begins at a place: its lists one after the other, at most {@link Bytes#LISTS_MAX} of
   * a file with at most 1,000 entries each. What cannot be read says nothing; what is longer may
   * tell the place.
   */
  static Tiff at(Bytes bytes, long base) throws IOException {
    boolean big = bytes.is(base, "MM\0*");
    if (!big && !bytes.is(base, "II*\0")) {
      return NOTHING;
    }
    Tiff known = NOTHING;
    Set<Long> seen = new HashSet<>();
    try {
      long next = u32(bytes, base + 4, big);
      // A list that was seen tells nothing new.
      while (next != 0 && seen.add(next)) {
        if (!bytes.mayReadList()) {
          return new Tiff(known.orientation(), true);
        }
        long at = base + next;
        int entries = u16(bytes, at, big);
        Tiff said = list(bytes, at + 2, entries, big);
        known = seen.size() == 1 ? said : new Tiff(known.orientation(), said.place());
        if (known.place()) {
          return known;
        }
        next = u32(bytes, at + 2 + (long) ENTRY * entries, big);
      }
    } catch (Broken cut) {
      return known;
    }
    return known;
  }

  /** As far as it can be read, for what is cut shows a picture all the same. */
  private static Tiff list(Bytes bytes, long from, int entries, boolean big) throws IOException {
    int orientation = 1;
    boolean place = entries > ENTRIES_MAX;
    try {
      for (int i = 0; i < Math.min(entries, ENTRIES_MAX); i++) {
        long entry = from + (long) ENTRY * i;
        int tag = u16(bytes, entry, big);
        if (tag == ORIENTATION) {
          int said = u16(bytes, entry + 8, big);
          orientation = said >= 1 && said <= 8 ? said : 1;
        }
        place |= tag == GPS;
      }
    } catch (Broken cut) {
      return new Tiff(orientation, place);
    }
    return new Tiff(orientation, place);
  }

  private static int u16(Bytes bytes, long at, boolean big) throws IOException, Broken {
    return big ? bytes.u16be(at) : bytes.u16le(at);
  }

  private static long u32(Bytes bytes, long at, boolean big) throws IOException, Broken {
    return big ? bytes.u32be(at) : bytes.u32le(at);
  }

  /** Notes that say which way is up and nothing else. */
  static byte[] only(int orientation) {
    return new byte[] {
      'M',
      'M',
      0,
      '*',
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }
}
