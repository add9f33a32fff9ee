package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that a document becomes. */
class DocumentFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> String.valueOf(it.getFileName())).sorted().toList();
    }
  }

  private DocumentFile file() {
    return DocumentFile.of(folder.resolve("a.odt"), false, "letter");
  }

  @Test
  void itIsNotedOnceItIsWholeAndBeforeItHasItsName() throws IOException {
    List<String> seen = new ArrayList<>();

    file()
        .write(
            Shell.NOW,
            draft -> Files.writeString(draft, "isi"),
            () -> {
              assertThat(folder.resolve("a.odt")).doesNotExist();
              seen.add("noted");
            });

    assertThat(seen).containsExactly("noted");
    assertThat(folder.resolve("a.odt")).hasContent("isi");
    assertThat(names()).containsExactly("a.odt");
  }

  @Test
  void whatFailsIsNeitherNotedNorThere() throws IOException {
    List<String> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                file()
                    .write(
                        Shell.NOW,
                        draft -> {
                          Files.writeString(draft, "is");
                          throw new IOException("the disk is full");
                        },
                        () -> seen.add("noted")))
        .isInstanceOf(IOException.class);

    assertThat(seen).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void whatCannotBeNotedIsNotThere() throws IOException {
    assertThatThrownBy(
            () ->
                file()
                    .write(
                        Shell.NOW,
                        draft -> Files.writeString(draft, "isi"),
                        () -> {
                          throw new IllegalStateException("the store is gone");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(names()).isEmpty();
  }

  @Test
  void aDraftThatAKillLeftBehindGoesWithTheNextDocumentAndAYoungOneStays() throws IOException {
    Path old = Files.writeString(folder.resolve(".lapor-letter-1.tmp"), "nama");
    Path young = Files.writeString(folder.resolve(".lapor-recap-2.tmp"), "judul");
    Path others = Files.writeString(folder.resolve(".lapor-demo"), "");
    for (Path each : List.of(old, others)) {
      Files.setLastModifiedTime(
          each, FileTime.from(Shell.NOW.minus(DocumentFile.DRAFT_AGE_MAX).minusSeconds(1)));
    }
    Files.setLastModifiedTime(young, FileTime.from(Shell.NOW.minus(DocumentFile.DRAFT_AGE_MAX)));

    file().write(Shell.NOW, draft -> Files.writeString(draft, "isi"), () -> {});

    assertThat(names()).containsExactly(".lapor-demo", ".lapor-recap-2.tmp", "a.odt");
  }
}
