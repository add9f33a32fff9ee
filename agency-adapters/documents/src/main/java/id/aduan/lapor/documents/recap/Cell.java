package id.aduan.lapor.documents.recap;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What stands in a cell. A text is a text whatever it begins with, and never a formula. */
sealed interface Cell {
  /** Nothing is known. */
  Cell NOTHING = new Text("");

  /** Anything. */
  record Text(String text) implements Cell {}

  /** A count. */
  record Count(long number) implements Cell {}

  /** A part of a whole, from 0 to 1. */
  record Share(double part) implements Cell {}

  /** A moment, in the recap's zone. */
  record Moment(LocalDateTime at) implements Cell {}

  /** A day. */
  record Day(LocalDate date) implements Cell {}
}
