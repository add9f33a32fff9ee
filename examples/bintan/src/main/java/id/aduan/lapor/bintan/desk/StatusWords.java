package id.aduan.lapor.bintan.desk;

import java.util.List;
import java.util.Optional;

/** An agency's own words for the five states that a ticket passes through. */
public record StatusWords(
    StatusWord filed,
    StatusWord accepted,
    StatusWord working,
    StatusWord done,
    StatusWord declined) {

  public List<StatusWord> all() {
    return List.of(filed, accepted, working, done, declined);
  }

  public Optional<StatusWord> ofCode(String code) {
    return all().stream().filter(word -> word.code().equals(code)).findFirst();
  }
}
