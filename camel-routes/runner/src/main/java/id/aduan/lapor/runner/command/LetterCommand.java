package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.explain.IndonesianDates;
import id.aduan.lapor.documents.letter.InvalidLetterException;
import id.aduan.lapor.documents.letter.LetterData;
import id.aduan.lapor.documents.letter.LetterFields;
import id.aduan.lapor.documents.letter.LetterKind;
import id.aduan.lapor.documents.letter.LetterMeta;
import id.aduan.lapor.documents.letter.LetterTemplate;
import id.aduan.lapor.documents.letter.ShippedTemplates;
import id.aduan.lapor.runner.admin.AdminRefusedException;
import id.aduan.lapor.runner.answer.LetterFacts;
import id.aduan.lapor.runner.answer.LetterOrder;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.DocumentsConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a letter (surat, naskah dinas) about a case. */
@Command(
    name = "letter",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "A letter about a case as .odt: receipt, disposition, covering letter, answer,",
      "memo, reprimand, return. The same case and options give the same bytes.",
      "Done by the connector that runs, or on the store under its lock."
    })
final class LetterCommand implements Callable<Integer> {
  private static final String DOTS = ".".repeat(30);
  private static final int VALUE_CHARS_MAX = 20_000;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;
  @Mixin private DocumentOptions document = new DocumentOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "Which letter, as --list names it.")
  private @Nullable String kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TRACKING_ID",
      description = "The portal's Tracking ID (nomor lacak).")
  private @Nullable String trackingId;

  @Option(names = "--number", paramLabel = "NUMBER", description = "The letter's number (nomor).")
  private @Nullable String number;

  @Option(names = "--date", paramLabel = "DAY", description = "Its date: 2026-11-27.")
  private @Nullable String date;

  @Option(
      names = "--set",
      paramLabel = "NAME=TEXT",
      description = "What one placeholder says; those with * in --list. May stand often.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--list", description = "Names the letters and their placeholders.")
  private boolean list;

  @Option(
      names = "--template-out",
      description = "Writes the shipped template of KIND to --out, to be edited in LibreOffice.")
  private boolean templateOut;

  LetterCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = surroundings.terminal().out();
    if (list) {
      list(terminal);
      return Exit.OK.code();
    }
    LetterKind made =
        LetterKind.of(String.valueOf(kind))
            .orElseThrow(() -> operator.usage("KIND is one of " + kinds()));
    DocumentFile file = file();
    if (templateOut) {
      byte[] template = ShippedTemplates.odt(made);
      file.write(surroundings.time().instant(), draft -> Files.write(draft, template), () -> {});
    } else {
      if (trackingId == null) {
        throw operator.usage("TRACKING_ID is missing");
      }
      letter(made, CaseArgument.parse(trackingId, "letter"), file);
    }
    terminal.println(answer.messages().text("letter.made", made.title(), file.file()));
    return Exit.OK.code();
  }

  private DocumentFile file() {
    Path out = document.out().orElseThrow(() -> operator.usage("--out names the .odt to write"));
    if (!String.valueOf(out.getFileName()).endsWith(".odt")) {
      throw operator.usage("--out ends in .odt");
    }
    return DocumentFile.of(out, document.force(), "letter");
  }

  private static void list(PrintWriter terminal) {
    for (LetterKind each : LetterKind.values()) {
      terminal.println(each.slug() + "  " + each.title());
    }
    for (String name : LetterFields.all()) {
      terminal.println("${" + name + "}" + (LetterFields.SETTABLE.contains(name) ? " *" : ""));
    }
  }

  private static String kinds() {
    return Stream.of(LetterKind.values()).map(LetterKind::slug).collect(Collectors.joining(", "));
  }

  private void letter(LetterKind made, TrackingId id, DocumentFile file) throws IOException {
    set.forEach(this::requireSettable);
    LetterOrder order = new LetterOrder(made.slug(), document.agency(), day(), operator.who());
    DocumentsConfig documents = ConfigFile.documents(config.file());
    LetterTemplate template = documents.letters().template(made);
    try (RecapSource source = RecapSource.open(config.file(), surroundings)) {
      LetterFacts facts =
          source.answers().letter(id, order).orElseThrow(() -> CaseArgument.unknown(id));
      Map<String, String> values = values(made, documents.letters().values(), facts);
      LetterMeta meta =
          new LetterMeta(
              made.title() + " " + id,
              documents.letters().values().getOrDefault("lembaga", "SP4N-LAPOR!"),
              facts.on(),
              id.value());
      byte[] letter =
          template.letter(new LetterData(values, facts.lists()), meta, documents.version());
      file.write(
          surroundings.time().instant(),
          draft -> Files.write(draft, letter),
          () -> note(source, id, order));
    } catch (AdminRefusedException e) {
      throw new CommandFailure(Exit.DATA, e.code(), e.getMessage() + "; nothing was made");
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(Exit.DATA, "letter.order", e.getMessage() + "; nothing was made");
    } catch (InvalidLetterException e) {
      throw new CommandFailure(Exit.DATA, "letter.invalid", String.valueOf(e.getMessage()));
    }
  }

  private static void note(RecapSource source, TrackingId id, LetterOrder order) {
    if (source.answers().letterMade(id, order).isEmpty()) {
      throw CaseArgument.unknown(id);
    }
  }

  private Map<String, String> values(LetterKind made, Map<String, String> ours, LetterFacts facts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : new String[] {"nama", "nip", "pangkat", "jabatan", "penerima", "kota"}) {
      values.put(name, DOTS);
    }
    for (String name : new String[] {"lembaga", "telepon", "surel", "laman", "tembusan"}) {
      values.put(name, "-");
    }
    values.put("sifat", "Biasa");
    values.put("alasan", made == LetterKind.RETURN ? DOTS : "");
    values.put("nomor", made == LetterKind.RECEIPT ? String.valueOf(trackingId).strip() : DOTS);
    values.putAll(ours);
    values.put("tempat_diterima", values.getOrDefault("unit", values.getOrDefault("lembaga", "-")));
    values.putAll(facts.values());
    values.put("tanggal", IndonesianDates.date(facts.on()));
    if (number != null) {
      values.put("nomor", number);
    }
    values.putAll(set);
    return values;
  }

  private void requireSettable(String name, String text) {
    if (!LetterFields.SETTABLE.contains(name)) {
      throw operator.usage("--set takes " + String.join(", ", LetterFields.SETTABLE));
    }
    if (text.length() > VALUE_CHARS_MAX) {
      throw operator.usage("--set takes at most " + VALUE_CHARS_MAX + " characters");
    }
  }

  private Optional<LocalDate> day() {
    try {
      return Optional.ofNullable(date).map(it -> LocalDate.parse(it));
    } catch (DateTimeParseException e) {
      throw operator.usage("--date is a day: 2026-11-27");
    }
  }
}
