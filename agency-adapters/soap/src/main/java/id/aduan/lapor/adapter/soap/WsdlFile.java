package id.aduan.lapor.adapter.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a WSDL file and all that it imports before anything else reads them: everything
 * must be local, beside or below the file, and without a DTD (D 45).
 *
 * @param ports the ports of each service that the file itself defines, with their addresses
 */
record WsdlFile(Path file, String namespace, Map<String, Map<String, String>> ports) {
  private static final int FILES_MAX = 64;
  private static final long BYTES_MAX = 5_000_000;

  /**
   * @throws IllegalArgumentException for a file that cannot be used; the message fits behind its
   *     name
   */
  static WsdlFile read(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Scan scan = new Scan(whole);
    scan.follow(whole);
    return new WsdlFile(whole, scan.namespace, scan.ports);
  }

  private static final class Scan {
    private final Path root;
    private final Set<Path> open = new LinkedHashSet<>();
    private final Set<Path> done = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> ports = new LinkedHashMap<>();
    private String namespace = "";
    private String service = "";
    private String port = "";

    Scan(Path root) {
      this.root = root;
    }

    void follow(Path file) {
      if (done.size() >= FILES_MAX) {
        throw new IllegalArgumentException("imports more than " + FILES_MAX + " files");
      }
      if (!open.add(file)) {
        throw new IllegalArgumentException("imports " + file.getFileName() + " in a circle");
      }
      if (done.add(file)) {
        imports(file).forEach(location -> follow(resolve(file, location)));
      }
      open.remove(file);
    }

    private Path resolve(Path from, String location) {
      try {
        Path to = from.resolveSibling(location).normalize();
        Path folder = root.resolveSibling("");
        if (!location.contains(":") && to.startsWith(folder.normalize())) {
          return to;
        }
      } catch (InvalidPathException e) {
        // told below
      }
      throw new IllegalArgumentException(
          "imports '" + location + "', but only files beside or below it are read");
    }

    private List<String> imports(Path file) {
      List<String> locations = new ArrayList<>();
      try {
        if (Files.size(file) > BYTES_MAX) {
          throw new IllegalArgumentException("is larger than " + BYTES_MAX + " bytes");
        }
        try (InputStream stream = Files.newInputStream(file)) {
          XMLStreamReader reader = StaxUtils.createXMLStreamReader(stream);
          while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
              element(reader, file, locations);
            } else if (reader.getEventType() == XMLStreamReader.DTD) {
              throw new IllegalArgumentException("has a DOCTYPE: " + file.getFileName());
            }
          }
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("cannot be read: " + file.getFileName(), e);
      } catch (XMLStreamException e) {
        throw new IllegalArgumentException("is not XML: " + file.getFileName(), e);
      }
      return locations;
    }

    private void element(XMLStreamReader reader, Path file, List<String> locations) {
      String name = reader.getLocalName();
      switch (name) {
        case "import", "include", "redefine" -> {
          add(reader.getAttributeValue(null, "location"), locations);
          add(reader.getAttributeValue(null, "schemaLocation"), locations);
        }
        case "definitions" -> {
          if (file.equals(root)) {
            namespace = text(reader, "targetNamespace");
          }
        }
        case "service" -> service = text(reader, "name");
        case "port" -> port = text(reader, "name");
        case "address" -> {
          if (file.equals(root)) {
            ports
                .computeIfAbsent(service, key -> new LinkedHashMap<>())
                .put(port, text(reader, "location"));
          }
        }
        default -> {
          // nothing of ours
        }
      }
    }

    private static void add(@Nullable String location, List<String> locations) {
      if (location != null) {
        locations.add(location);
      }
    }

    private static String text(XMLStreamReader reader, String attribute) {
      String value = reader.getAttributeValue(null, attribute);
      return value == null ? "" : value;
    }
  }
}
