package id.aduan.lapor.bintan.demo;

import id.aduan.lapor.simulator.PortalCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the demo's far ends and the connector share, made anew for each run and handed over in files
 * that only their owner can read: nothing shipped contains a password.
 */
public record Secrets(
    PortalCredentials portal,
    String webhook,
    String dishubWebhook,
    String dishubKey,
    String puprKey,
    String diskominfoKey,
    String landOfficePassword) {

  private static final String TOKEN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int[] TOKEN_GROUPS = {8, 4, 4, 4, 12};

  static Secrets random(SecureRandom chance) {
    return new Secrets(
        new PortalCredentials(
            "Authorization", "Bearer $2y$10$" + letters(chance, 53), token(chance)),
        signing(chance),
        signing(chance),
        letters(chance, 32),
        letters(chance, 32),
        letters(chance, 32),
        letters(chance, 32));
  }

  private static String signing(SecureRandom chance) {
    byte[] secret = new byte[32];
    chance.nextBytes(secret);
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }

  /** The portal's token has braces, and letters beyond F (portal-wire 2.2). */
  private static String token(SecureRandom chance) {
    StringBuilder token = new StringBuilder("{");
    for (int group : TOKEN_GROUPS) {
      token.append(token.length() > 1 ? "-" : "").append(letters(chance, group));
    }
    return token.append('}').toString();
  }

  private static String letters(SecureRandom chance, int count) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append(TOKEN_LETTERS.charAt(chance.nextInt(TOKEN_LETTERS.length())));
    }
    return letters.toString();
  }

  void writeTo(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(directory.resolve("portal-authorization"), portal.headerValue());
    Files.writeString(directory.resolve("portal-token"), portal.token());
    Files.writeString(directory.resolve("webhook-secret"), webhook);
    Files.writeString(directory.resolve("dishub-webhook"), dishubWebhook);
    Files.writeString(directory.resolve("dishub-key"), dishubKey);
    Files.writeString(directory.resolve("pupr-key"), puprKey);
    Files.writeString(directory.resolve("diskominfo-key"), diskominfoKey);
    Files.writeString(directory.resolve("kantah-password"), landOfficePassword);
  }

  @Override
  public String toString() {
    return "Secrets[***]";
  }
}
