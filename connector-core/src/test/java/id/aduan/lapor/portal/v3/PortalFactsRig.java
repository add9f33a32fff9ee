package id.aduan.lapor.portal.v3;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.http.JdkHttpTransport;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler.Report;
import id.aduan.lapor.portal.profile.Profiles;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A far end, and a v3 portal by the standard profile or by one that differs from it. */
abstract class PortalFactsRig {
  static final TrackingId ID = new TrackingId("9200001");
  static final Report REPORT =
      new Report(
          "Lampu padam",
          "[Nomor Tiket Bintan: 0001]. Lampu jalan padam.",
          "[Nomor Tiket Bintan: 0001]",
          Optional.of("1398"),
          Optional.empty(),
          Optional.of(LocalDate.of(2026, 11, 20)),
          true,
          false,
          Reporter.NOBODY);
  static final PortalFile PHOTO = new PortalFile("foto.jpg", "image/jpeg", new byte[] {1});
  static final PortalFile LETTER =
      new PortalFile("surat \"1\".pdf", "application/pdf", new byte[] {2});

  @RegisterExtension
  static final WireMockExtension FAR =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @TempDir Path folder;

  static URI base() {
    return URI.create(FAR.baseUrl() + "/v3");
  }

  static V3Portal portal(V3Profile profile) {
    return new V3Portal(
        new V3Settings(
            base(),
            V3Credentials.of(profile.headers(), Secret.of("$2y$10$abc"), Secret.of("{AB-CD}")),
            profile,
            "15201",
            "7001",
            V3Calls.DEFAULT),
        new JdkHttpTransport(),
        InstantSource.system(),
        new SplittableRandom(1));
  }

  static V3Portal portal() {
    return portal(V3Profile.standard());
  }

  V3Portal portal(String differences) {
    try {
      Files.writeString(folder.resolve("ours.yaml"), "extends: sp4n-v3\n" + differences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Problems problems = new Problems();
    byte[] named = "profile: ours.yaml".getBytes(StandardCharsets.UTF_8);
    V3Profile profile =
        (V3Profile)
            Profiles.named(
                YamlFile.parse("lapor.yaml", named, problems).scalar("profile").orElseThrow(),
                folder,
                problems);
    problems.throwIfAny();
    return portal(profile);
  }

  static void answer(String path, String json) {
    FAR.stubFor(get(urlEqualTo("/v3" + path)).willReturn(okJson(json)));
  }

  static void answerPost(String path, ResponseDefinitionBuilder answer) {
    FAR.stubFor(post(urlEqualTo("/v3" + path)).willReturn(answer));
  }

  static void answerDetail(String data, String logs) {
    answer(
        "/complaints/9200001/complaint",
        "{\"results\": {\"data\": " + data + ", \"data_logs\": " + logs + "}}");
  }

  static void answerFollowUps(int page, String items, String next) {
    answer(
        "/complaints/9200001/followups?page=" + page,
        "{\"results\": {\"data\": " + items + ", \"next_page_url\": " + next + "}}");
  }

  static String kind(DeliveryResult result) {
    return result instanceof RetryLater later
        ? later.trouble().name()
        : result.getClass().getSimpleName();
  }
}
