package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Decides what the answer to a create or an update means (C7). Pure. A fault proves nothing unless
 * the system documents it; nothing of an answer gets into a result but the ticket and a documented
 * code.
 *
 * @param ticket where a create's answer has the number; an update's need not have it
 */
record SoapOutcome(
    String operation, Optional<ElementPath> ticket, CodeRule code, Set<String> refusedFaults) {

  static SoapOutcome of(SoapConfig.Create create, Shape answer) {
    return new SoapOutcome(
        create.request().operation(),
        Optional.of(ElementPath.of(create.ticket(), answer)),
        CodeRule.of(create.code(), answer),
        create.refusedFaults());
  }

  static SoapOutcome of(SoapConfig.Update update, Shape answer) {
    return new SoapOutcome(
        update.request().operation(),
        Optional.empty(),
        CodeRule.of(update.code(), answer),
        update.refusedFaults());
  }

  /**
   * The result.
   *
   * @param known the number of the ticket that is updated
   */
  DeliveryResult read(SoapAnswer answer, String known, Instant now) {
    if (answer instanceof SoapAnswer.Answer promised) {
      return ofAnswer(promised.root(), known);
    } else if (answer instanceof SoapAnswer.Fault fault) {
      return ofFault(fault);
    } else if (answer instanceof SoapAnswer.NotSoap other) {
      return HttpOutcome.of(other.call(), other.reply(), HttpOutcome.REFUSED, now);
    } else if (answer instanceof SoapAnswer.NoAnswer none) {
      return HttpOutcome.of(none.failure());
    }
    return new Unknown(operation + " brought " + answer.summary());
  }

  private DeliveryResult ofAnswer(Element root, String known) {
    return switch (code.judge(root)) {
      case NOT_KNOWN -> new Unknown(operation + " was answered with a code that proves nothing");
      case REFUSED -> new Refused("soap.code", operation + " was refused with " + code.code(root));
      case OK ->
          ticket
              .map(place -> place.text(root).flatMap(AgencyTicket::readNumber))
              .orElse(Optional.of(known))
              .<DeliveryResult>map(Accepted::new)
              .orElseGet(() -> new Unknown(operation + " was answered without a ticket"));
    };
  }

  private DeliveryResult ofFault(SoapAnswer.Fault fault) {
    return fault.codes().stream()
        .filter(refusedFaults::contains)
        .findFirst()
        .<DeliveryResult>map(
            known -> new Refused("soap.fault", operation + " was refused with " + known))
        .orElseGet(() -> new Unknown(operation + " was answered with a fault"));
  }
}
