package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Mapping.Target;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlLimits;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles one mapping file, and finds all that is wrong with it. */
final class MappingFile {

  private static final YamlLimits LIMITS = YamlLimits.DEFAULT.withBytesMax(8 << 20);
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,11}");
  private static final String INSTITUTION = "an institution";
  private static final String CATEGORY = "a category";
  private static final Target NOBODY = new Target("", 0);
  private static final Pattern AGENCY = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private final String name;
  private final Set<String> agencies;
  private final Problems problems;
  private final Map<String, Target> institutions = new HashMap<>();
  private final Map<String, Target> categories = new HashMap<>();
  private final List<Problem> notices = new ArrayList<>();
  private byte[] content = {};

  MappingFile(String name, Collection<String> agencies, Problems problems) {
    this.name = name;
    this.agencies = new LinkedHashSet<>(agencies);
    this.problems = problems;
  }

  Mapping compile(Path path) {
    return compile(YamlFile.read(path, problems, LIMITS, System::getenv, read -> content = read));
  }

  Mapping compile(byte[] kept) {
    content = kept;
    return compile(YamlFile.parse(name, content, problems, LIMITS));
  }

  private Mapping compile(YamlMap file) {
    file.rejectUnknownKeys("version", "default", "institutions", "categories");
    String version = file.requiredString("version");
    Target fallback = agency(file, "default");
    file.maps("institutions").forEach(this::readInstitution);
    file.maps("categories").forEach(this::readCategories);
    return new Mapping(name, version, fallback, institutions, categories, notices, content);
  }

  private void readInstitution(YamlMap row) {
    row.rejectUnknownKeys("id", "agency", "name");
    row.requireKeys("id");
    row.optionalString("name");
    Target agency = agency(row, "agency");
    row.scalar("id").ifPresent(id -> put(institutions, id, agency, INSTITUTION));
  }

  private void readCategories(YamlMap row) {
    row.rejectUnknownKeys("agency", "ids");
    row.requireKeys("ids");
    Target agency = agency(row, "agency");
    row.scalars("ids").forEach(id -> put(categories, id, agency, CATEGORY));
  }

  /** The agency as written, right or wrong: it is needed to tell where an id was met first. */
  private Target agency(YamlMap row, String key) {
    row.requireKeys(key);
    Optional<YamlScalar> code = row.scalar(key);
    code.ifPresent(this::checkAgency);
    return code.map(found -> new Target(found.text(), found.line())).orElse(NOBODY);
  }

  private void checkAgency(YamlScalar code) {
    if (!agencies.isEmpty()) {
      code.asOneOf(agencies, "agency");
    } else if (!AGENCY.matcher(code.text()).matches()) {
      code.problem(
          "an agency's code must not be " + code.excerpt(),
          "lower-case letters, digits and hyphens, at most 32");
    }
  }

  /** The line kept is the id's own, for that is the one to change. */
  private void put(Map<String, Target> targets, YamlScalar id, Target agency, String kind) {
    String digits = Catalogue.plain(id.text());
    if (!ID.matcher(digits).matches()) {
      String hint = kind.equals(CATEGORY) ? nameHint(digits) : "";
      id.problem("the id of %s is digits, but this is %s".formatted(kind, id.excerpt()), hint);
      return;
    }
    Target first = targets.putIfAbsent(digits, new Target(agency.agency(), id.line()));
    if (first != null) {
      id.problem(
          "the id %s of %s is mapped twice".formatted(digits, kind),
          "line %d maps it to '%s'".formatted(first.line(), first.agency()));
    } else if (kind.equals(CATEGORY) && Catalogue.shipped().find(digits).isEmpty()) {
      notices.add(
          id.note("the category " + digits + " is not in our list", "the list is not complete"));
    }
  }

  private static String nameHint(String name) {
    List<String> ids = Catalogue.shipped().idsNamed(name);
    return ids.isEmpty() ? "" : "the category of that name is " + String.join(" or ", ids);
  }
}
