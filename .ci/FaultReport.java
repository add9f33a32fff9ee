import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * For {@code make faults}: reads the test reports below the current directory, and writes
 * target/faults.md, a table of all faults of docs/reference/guarantees.md: how each was made to
 * happen, by which tests, how often it happened, and how they ended. Tags are read from the
 * sources, counts from the lines "fault F13: 50 times: power cuts" that tests print.
 *
 * <p>Ends with 1 when a test failed, when one passed whose fault never happened, and when a fault
 * has neither a test nor a reason in .ci/faults-not-covered.txt.
 */
class FaultReport {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\*\\*(F\\d+)\\*\\* \\| ([^|]+) \\|");
  private static final Pattern TAG = Pattern.compile("@(?:[a-z.]+\\.)?Tag\\(\"(F\\d+)\"\\)");
  private static final Pattern TYPE =
      Pattern.compile("^ *(?:[a-z-]+ )*(?:class|interface) (\\w+)(.*)");
  private static final Pattern METHOD = Pattern.compile("^ +(?:[a-z]+ )*void (\\w+)\\(");
  private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");

  /** A library may have left its own last line without an end. */
  private static final Pattern HAPPENED =
      Pattern.compile("(?m)\\bfault (F\\d+): (\\d+) times: (.*)$");

  private static final int PARENTS_MAX = 12;

  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Fault> faults =
      new TreeMap<>((a, b) -> Integer.compare(number(a), number(b)));
  private int ran;

  /** What the sources say of a class: its own tags, those of its methods, what it extends. */
  private static final class Type {
    final Set<String> tags = new TreeSet<>();
    final Map<String, Set<String>> methods = new HashMap<>();
    final Set<String> parents = new TreeSet<>();
  }

  private static final class Fault {
    String what = "";
    String notCovered = "";
    final Map<String, Test> tests = new LinkedHashMap<>();
  }

  /** One test method, with all of its repetitions. */
  private static final class Test {
    long times;
    int passed;
    final List<String> failed = new ArrayList<>();
    final Set<String> skipped = new TreeSet<>();
    final Set<String> how = new TreeSet<>();

    String end() {
      if (!failed.isEmpty()) {
        return "**failed**";
      }
      if (passed == 0) {
        return "skipped: " + String.join("; ", skipped);
      }
      return times == 0 ? "**passed, and it never happened**" : "passed";
    }

    boolean isBad() {
      return !failed.isEmpty() || passed > 0 && times == 0;
    }
  }

  public static void main(String[] args) throws Exception {
    FaultReport report = new FaultReport();
    List<Path> files = files(Path.of("."));
    for (Path file : files) {
      if (file.toString().endsWith(".java")) {
        report.source(Files.readAllLines(file));
      }
    }
    report.rows();
    for (Path file : files) {
      if (file.toString().matches(".*/target/surefire-reports/TEST-[^/]+\\.xml")) {
        report.results(file);
      }
    }
    Path page = Path.of("target", "faults.md");
    Files.createDirectories(page.getParent());
    Files.writeString(page, report.page());
    List<String> bad = report.bad();
    bad.forEach(System.err::println);
    System.out.println("see " + page + ": " + report.summary());
    System.exit(bad.isEmpty() ? 0 : 1);
  }

  private static List<Path> files(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            return name.equals(".git") || name.equals("classes") || name.equals("test-classes")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  /** By line, as the formatter leaves them: annotations stand above what they are for. */
  private void source(List<String> lines) {
    Set<String> waiting = new TreeSet<>();
    Type type = new Type();
    for (String line : lines) {
      Matcher tag = TAG.matcher(line);
      Matcher head = TYPE.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (tag.find()) {
        waiting.add(tag.group(1));
      } else if (head.find()) {
        type = types.computeIfAbsent(head.group(1), name -> new Type());
        type.tags.addAll(waiting);
        NAME.matcher(head.group(2)).results().map(MatchResult::group).forEach(type.parents::add);
        waiting.clear();
      } else if (method.find()) {
        type.methods.computeIfAbsent(method.group(1), name -> new TreeSet<>()).addAll(waiting);
        waiting.clear();
      } else if (line.matches(" *(?:extends|implements)? *[A-Z][\\w<>]*(?:,| \\{) *")) {
        NAME.matcher(line).results().map(MatchResult::group).forEach(type.parents::add);
      }
    }
  }

  private void rows() throws IOException {
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/reference/guarantees.md")));
    while (row.find()) {
      faults.computeIfAbsent(row.group(1), id -> new Fault()).what = row.group(2).strip();
    }
    for (String line : Files.readAllLines(Path.of(".ci/faults-not-covered.txt"))) {
      String[] parts = line.split(" # ", 2);
      if (parts.length == 2 && parts[0].startsWith("F")) {
        faults.computeIfAbsent(parts[0].strip(), id -> new Fault()).notCovered = parts[1];
      }
    }
  }

  private Set<String> tags(String type, String method, int depth) {
    Set<String> tags = new TreeSet<>();
    Type here = types.get(type);
    if (here != null && depth < PARENTS_MAX) {
      tags.addAll(here.tags);
      tags.addAll(here.methods.getOrDefault(method, Set.of()));
      here.parents.forEach(parent -> tags.addAll(tags(parent, method, depth + 1)));
    }
    return tags;
  }

  private void results(Path file) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    NodeList cases = builder.parse(file.toFile()).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      result((Element) cases.item(i));
    }
  }

  private void result(Element test) {
    String whole = test.getAttribute("classname");
    String type = whole.substring(Math.max(whole.lastIndexOf('.'), whole.lastIndexOf('$')) + 1);
    String method = method(type, test.getAttribute("name"));
    String out = text(test, "system-out");
    ran++;
    for (String id : tags(type, method, 0)) {
      Test kept =
          faults
              .computeIfAbsent(id, any -> new Fault())
              .tests
              .computeIfAbsent(type + "#" + method, any -> new Test());
      if (test.getElementsByTagName("skipped").getLength() > 0) {
        Element skipped = (Element) test.getElementsByTagName("skipped").item(0);
        kept.skipped.add(oneLine(skipped.getAttribute("message") + text(test, "skipped")));
      } else if (test.getElementsByTagName("failure").getLength() > 0
          || test.getElementsByTagName("error").getLength() > 0) {
        kept.failed.add(test.getAttribute("name"));
      } else {
        kept.passed++;
      }
      HAPPENED
          .matcher(out)
          .results()
          .filter(line -> line.group(1).equals(id))
          .forEach(
              line -> {
                kept.times += Long.parseLong(line.group(2));
                kept.how.add(line.group(3).strip());
              });
    }
  }

  /** Of {@code name(String)[2]}; jqwik writes blanks for underscores. */
  private String method(String type, String name) {
    String joined = name.replace(' ', '_');
    boolean isJoined = types.containsKey(type) && types.get(type).methods.containsKey(joined);
    return isJoined ? joined : name.split("[^\\w]", 2)[0];
  }

  private static String text(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "/").strip();
    return line.substring(0, Math.min(line.length(), 160));
  }

  private List<String> bad() {
    List<String> bad = new ArrayList<>();
    if (ran == 0) {
      bad.add("no test ran");
    }
    faults.forEach(
        (id, fault) -> {
          fault.tests.forEach(
              (name, test) -> {
                if (test.isBad()) {
                  bad.add(id + " " + name + ": " + test.end());
                }
              });
          if (fault.tests.isEmpty() && fault.notCovered.isEmpty()) {
            bad.add(id + ": no test ran, and .ci/faults-not-covered.txt does not say why");
          }
        });
    return bad;
  }

  private String summary() {
    long happened =
        faults.values().stream()
            .filter(it -> it.tests.values().stream().anyMatch(test -> test.times > 0))
            .count();
    return "%d faults, %d of them happened, %d problems"
        .formatted(faults.size(), happened, bad().size());
  }

  private String page() {
    StringBuilder page =
        new StringBuilder("# Faults\n\n")
            .append(summary())
            .append(".\n\n| No. | Fault | Happened | Made to happen as | Tests |\n")
            .append("| --- | --- | --- | --- | --- |\n");
    faults.forEach((id, fault) -> page.append(row(id, fault)));
    return page.toString();
  }

  private static String row(String id, Fault fault) {
    if (fault.tests.isEmpty()) {
      String why = fault.notCovered.isEmpty() ? "no test ran" : "not covered: " + fault.notCovered;
      return "| %s | %s | - | %s | |\n".formatted(id, fault.what, why);
    }
    long times = fault.tests.values().stream().mapToLong(test -> test.times).sum();
    String how =
        fault.tests.values().stream()
            .flatMap(test -> test.how.stream())
            .distinct()
            .limit(12)
            .collect(Collectors.joining("; "));
    String tests =
        fault.tests.entrySet().stream()
            .map(it -> it.getKey() + " (" + it.getValue().times + "): " + it.getValue().end())
            .collect(Collectors.joining("<br>"));
    String partly = fault.notCovered.isEmpty() ? "" : "; not covered: " + fault.notCovered;
    return "| %s | %s | %d | %s%s | %s |\n"
        .formatted(id, fault.what, times, how.replace("|", "/"), partly, tests);
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }
}
