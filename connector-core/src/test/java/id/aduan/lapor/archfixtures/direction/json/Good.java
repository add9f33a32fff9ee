package id.aduan.lapor.archfixtures.direction.json;

import java.util.List;

/** Sees all that it may. */
public final class Good {
  static final List<Class<?>> SEES =
      List.of(
          id.aduan.lapor.archfixtures.direction.complaint.Good.class,
          id.aduan.lapor.archfixtures.direction.failure.Good.class,
          id.aduan.lapor.archfixtures.direction.webhook.Good.class,
          id.aduan.lapor.archfixtures.direction.yaml.Good.class,
          id.aduan.lapor.archfixtures.direction.http.Good.class,
          id.aduan.lapor.archfixtures.direction.store.Good.class,
          id.aduan.lapor.archfixtures.direction.audit.Good.class,
          id.aduan.lapor.archfixtures.direction.privacy.Good.class);

  private Good() {}
}
