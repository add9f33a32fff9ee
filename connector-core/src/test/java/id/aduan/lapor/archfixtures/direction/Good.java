package id.aduan.lapor.archfixtures.direction;

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
          id.aduan.lapor.archfixtures.direction.privacy.Good.class,
          id.aduan.lapor.archfixtures.direction.json.Good.class,
          id.aduan.lapor.archfixtures.direction.delivery.Good.class,
          id.aduan.lapor.archfixtures.direction.portal.Good.class,
          id.aduan.lapor.archfixtures.direction.agency.Good.class,
          id.aduan.lapor.archfixtures.direction.mapping.Good.class,
          id.aduan.lapor.archfixtures.direction.deadline.Good.class,
          id.aduan.lapor.archfixtures.direction.sync.Good.class);

  private Good() {}
}
