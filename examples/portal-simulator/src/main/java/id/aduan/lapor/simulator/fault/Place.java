package id.aduan.lapor.simulator.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a fault may happen: a call of the wire, or one of the portal's own acts. */
public enum Place {
  INSTITUTIONS,
  TEMPLATES,
  CATEGORIES,
  UPLOAD,
  CREATE,
  FORWARD,
  DETAIL,
  FOLLOWUPS,
  REPLY,
  LIST,
  /** A file of a complaint or a follow-up is fetched. */
  FILE,
  /** Filing by the old XML interface (portal-wire 3). */
  STREAM,
  /** The topic list of the f01 services (portal-wire 3). */
  TOPICS,
  /** The portal stamps a change with the time. */
  STAMP,
  /** The portal pushes a webhook. */
  PUSH;

  /** All that answer an HTTP request. */
  static final Set<Place> CALLS = EnumSet.complementOf(EnumSet.of(STAMP, PUSH));

  /** The name in lower case, as the control API and the ledger write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The place of this name in lower case. */
  public static Optional<Place> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
