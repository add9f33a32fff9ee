package id.aduan.lapor.adapter.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.testkit.FarEnd.StoredFile;
import id.aduan.lapor.testkit.FaultyHttpServer.Reply;
import id.aduan.lapor.testkit.FaultyHttpServer.Request;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a ticket system's tickets, in whatever form they come. */
final class TicketFiles {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PLACE = Pattern.compile("/tiket/(.*)/lampiran(?:/(.*))?");
  private static final Pattern BOUNDARY = Pattern.compile("boundary=([^;]+)");
  private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private final List<StoredFile> files = new ArrayList<>();
  private final List<StoredFile> uploads = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  synchronized List<StoredFile> all() {
    return List.copyOf(files);
  }

  synchronized void forget() {
    files.clear();
    keys.clear();
    uploads.clear();
  }

  synchronized Reply answer(Request request) throws IOException {
    if (request.uri().getPath().startsWith("/unggah/")) {
      requireWhole(request);
      uploads.add(stored("", request.uri().getPath().substring("/unggah/".length()), request));
      return reply(201, Map.of("data", Map.of("id", uploads.size())));
    }
    Matcher place = PLACE.matcher(request.uri().getPath());
    if (!place.matches()) {
      return reply(404, Map.of());
    }
    String ticket = place.group(1);
    if (request.method().equals("GET")) {
      return reply(
          200,
          Map.of(
              "lampiran",
              files.stream()
                  .filter(file -> file.ticket().equals(ticket))
                  .map(file -> Map.of("nama", file.name()))
                  .toList()));
    }
    requireWhole(request);
    if (keys.add(request.headers().getOrDefault("Idempotency-Key", List.of("")).get(0))) {
      files.add(stored(ticket, place.group(2), request));
    }
    return reply(201, Map.of("id", files.size()));
  }

  private static void requireWhole(Request request) throws IOException {
    String length = request.headers().getOrDefault("Content-Length", List.of("")).get(0);
    if (!length.equals(Integer.toString(request.bytes().length))) {
      throw new IOException("the request did not come whole");
    }
  }

  private StoredFile stored(String ticket, String named, Request request) throws IOException {
    String type = request.headers().getOrDefault("Content-Type", List.of("")).get(0);
    if (type.startsWith("multipart/form-data")) {
      return part(ticket, type, request.bytes());
    }
    if (type.equals("application/json")) {
      JsonNode body = JSON.readTree(request.bytes());
      if (body.has("unggahan")) {
        StoredFile left = uploads.get(body.path("unggahan").asInt() - 1);
        return new StoredFile(ticket, left.name(), left.sha256());
      }
      String data = body.path("isi").asText();
      byte[] bytes = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
      return new StoredFile(ticket, body.path("nama").asText(), sha256(bytes));
    }
    return new StoredFile(ticket, named, sha256(request.bytes()));
  }

  /** The last part of two, whose bytes are read one to one. */
  private static StoredFile part(String ticket, String type, byte[] body) throws IOException {
    Matcher boundary = BOUNDARY.matcher(type);
    if (!boundary.find()) {
      throw new IOException("no boundary");
    }
    String end = "\r\n--" + boundary.group(1);
    String[] parts = ("\r\n" + new String(body, ISO_8859_1)).split(Pattern.quote(end), -1);
    if (parts.length != 4 || !parts[3].equals("--\r\n")) {
      throw new IOException("not two parts");
    }
    int head = parts[2].indexOf("\r\n\r\n");
    Matcher name = NAME.matcher(parts[2].substring(0, head));
    if (!name.find()) {
      throw new IOException("no name");
    }
    return new StoredFile(
        ticket, name.group(1), sha256(parts[2].substring(head + 4).getBytes(ISO_8859_1)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Reply reply(int status, Object body) throws IOException {
    return new Reply(status, "application/json", JSON.writeValueAsString(body));
  }
}
