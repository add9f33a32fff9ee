package id.aduan.lapor.adapter.soap;

import id.aduan.lapor.adapter.soap.SoapPort.Operation;
import id.aduan.lapor.agency.ComplaintView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.xml.namespace.QName;

/** The configured operations, checked against the WSDL: how each is asked, how each is read. */
record Forms(
    Form<SoapOutcome> create,
    Optional<Form<SoapOutcome>> update,
    Optional<Form<SoapSearch>> find,
    Optional<Form<SoapFeed>> changes,
    String start,
    Optional<Form<SoapOutcome>> attach) {
  /** The source of the ticket's number, where it is known. */
  static final String TICKET = "ticket";

  /** What a file's request may hold. */
  static final List<String> FILE =
      List.of(TICKET, "reference", "fileName", "contentType", "base64");

  private static final List<String> CREATE = new ArrayList<>(ComplaintView.NAMES);
  private static final List<String> UPDATE;

  static {
    CREATE.add(RequestForm.FILES);
    CREATE.add(FieldValue.ANY_WORD);
    UPDATE = new ArrayList<>(CREATE);
    UPDATE.add(TICKET);
  }

  /** One operation. */
  record Form<T>(Operation operation, RequestForm request, T reading) {}

  /** Stands for the key of a fault in what is read from an answer. */
  static final String READING = "answer";

  /** Hears of each fault, with its place: an operation's section, and an element or key in it. */
  interface FaultListener {
    void fault(String section, String key, String message);
  }

  static Forms of(SoapConfig config, Map<String, Operation> operations, FaultListener faults) {
    SoapConfig.Create create = config.create();
    return new Forms(
        new Section("create", operations, faults)
            .form(create.request(), create.attachments(), CREATE, create, SoapOutcome::of),
        config
            .update()
            .map(
                update ->
                    new Section("update", operations, faults)
                        .form(
                            update.request(),
                            update.attachments(),
                            UPDATE,
                            update,
                            SoapOutcome::of)),
        config
            .find()
            .map(
                find ->
                    new Section("find", operations, faults)
                        .form(
                            find.request(),
                            Optional.empty(),
                            List.of("reference"),
                            find,
                            SoapSearch::of)),
        config
            .changes()
            .map(
                changes ->
                    new Section("changes", operations, faults)
                        .form(
                            changes.request(),
                            Optional.empty(),
                            List.of("cursor", "limit"),
                            changes,
                            SoapFeed::of)),
        config.changes().map(SoapConfig.Changes::start).orElse(""),
        config
            .attach()
            .map(SoapConfig.Attach::write)
            .map(
                write ->
                    new Section("attach", operations, faults)
                        .form(write.request(), Optional.empty(), FILE, write, SoapOutcome::of)));
  }

  private record Section(String name, Map<String, Operation> operations, FaultListener listener) {

    <C, T> Form<T> form(
        SoapConfig.Request request,
        Optional<SoapConfig.Files> files,
        Collection<String> sources,
        C config,
        BiFunction<C, Shape, T> read) {
      Operation operation = operations.get(request.operation());
      if (operation == null) {
        listener.fault(
            name,
            "operation",
            "the port has no document/literal operation '%s'; it has %s"
                .formatted(request.operation(), operations.keySet()));
        Shape unknown = Shape.unknown(new QName("unknown"));
        operation = new Operation("unknown", "", unknown, unknown);
      }
      List<RequestForm.Fault> faults = new ArrayList<>();
      RequestForm form =
          RequestForm.of(operation.request(), request.fields(), files, sources, faults);
      faults.forEach(fault -> listener.fault(name, fault.element(), fault.message()));
      return new Form<>(operation, form, reading(config, operation, read));
    }

    private <C, T> T reading(C config, Operation operation, BiFunction<C, Shape, T> read) {
      try {
        return read.apply(config, operation.answer());
      } catch (IllegalArgumentException e) {
        listener.fault(name, READING, String.valueOf(e.getMessage()));
        return read.apply(config, Shape.unknown(operation.answer().name()));
      }
    }
  }
}
