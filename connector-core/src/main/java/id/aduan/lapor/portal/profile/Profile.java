package id.aduan.lapor.portal.profile;

import java.net.URI;
import java.util.Optional;

/** What is assumed of a portal. Immutable, safe for use by many threads. */
public sealed interface Profile permits V3Profile, StreamProfile {
  /** The name it was asked for by: one that ships, or a file's. */
  String name();

  /** Where the paths begin, unless the configuration says it. */
  Optional<URI> baseUri();

  /** The words for statuses and classifications. */
  Words words();
}
