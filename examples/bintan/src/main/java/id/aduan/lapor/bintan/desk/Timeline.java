package id.aduan.lapor.bintan.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Tells listeners what happens in one agency, in the thread in which it happened. Listeners must be
 * quick and must not throw. Thread-safe.
 */
public final class Timeline {
  private final String agency;
  private final InstantSource clock;
  private final List<Consumer<AgencyEvent>> listeners = new CopyOnWriteArrayList<>();

  public Timeline(String agency, InstantSource clock) {
    this.agency = agency;
    this.clock = clock;
  }

  public String agency() {
    return agency;
  }

  public void listen(Consumer<AgencyEvent> listener) {
    listeners.add(listener);
  }

  void filed(Ticket ticket, String status) {
    publish(AgencyEvent.Kind.FILED, ticket.unit(), ticket.number(), ticket.reference(), status);
  }

  void revised(Ticket ticket, String status) {
    publish(AgencyEvent.Kind.REVISED, ticket.unit(), ticket.number(), ticket.reference(), status);
  }

  void taken(FiledFile file) {
    String size = file.bytes() + " bytes";
    publish(AgencyEvent.Kind.FILE_TAKEN, file.unit(), file.number(), file.reference(), size);
  }

  void written(Entry entry) {
    var kind =
        switch (entry.kind()) {
          case ANSWER -> AgencyEvent.Kind.ANSWERED;
          case NOTE -> AgencyEvent.Kind.NOTED;
          case STATUS -> AgencyEvent.Kind.STATUS_CHANGED;
        };
    publish(kind, entry.unit(), entry.number(), entry.reference(), entry.status());
  }

  public void refused(String unit, String reference, String fields) {
    publish(AgencyEvent.Kind.REFUSED, unit, "", reference, fields);
  }

  public void trouble(String unit, String kind) {
    publish(AgencyEvent.Kind.TROUBLE, unit, "", "", kind);
  }

  private void publish(
      AgencyEvent.Kind kind, String unit, String number, String reference, String detail) {
    var event = new AgencyEvent(clock.instant(), agency, kind, unit, number, reference, detail);
    listeners.forEach(listener -> listener.accept(event));
  }
}
