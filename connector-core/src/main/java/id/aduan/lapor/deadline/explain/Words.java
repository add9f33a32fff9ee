package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock.Mark;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.ClockRule.Grade;
import id.aduan.lapor.deadline.ClockRule.Name;
import id.aduan.lapor.deadline.ClockRule.Scope;
import id.aduan.lapor.deadline.DayOff;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** What an explanation is told in. One per language; none holds any state. */
interface Words {
  static Words of(Language language) {
    return switch (language) {
      case ID -> new IndonesianWords();
      case EN -> new EnglishWords();
    };
  }

  String name(Name name);

  /** Such as <i>14 working days</i>. */
  String amount(int amount, Unit unit);

  /** What is meant by the unit, so that nobody takes days for hours or the other way round. */
  String meaning(Unit unit, boolean countsReceiptDay);

  /** Such as <i>Friday, 10 April 2026</i>. */
  String longDate(LocalDate date);

  /** Such as <i>Fri 10 Apr</i>, with the year where it is wanted. */
  String shortDate(LocalDate date, boolean withYear);

  /** Such as <i>23:59 WIB</i>. */
  String time(LocalTime time, ZoneId zone);

  /** A day and a time in one phrase. */
  String moment(String date, String time);

  String event(CaseEvent event);

  String mark(Mark mark);

  String certainty(Certainty certainty);

  String grade(Grade grade);

  String scope(Scope scope);

  String duty(Duty duty);

  /** Why a day off is one, by its name; the decree is told apart. */
  String dayOff(DayOff off);

  String bases();

  String dueDay(String amount, String date, String zone);

  String dueMoment(String amount, String moment);

  String asOf(String moment, String state);

  /** Before what is left. */
  String runs();

  String left(String used, String left);

  /** Less than one whole unit. */
  String lessThanOne(Unit unit);

  String late(String by);

  String paused(String since, String event, String state);

  String met(String moment, String used);

  String missed(String moment, String by);

  String dropped(String moment);

  String replaced();

  String start(String moment, String event);

  String extension(String amount, String moment, String reason);

  String pause(String from, String event);

  String pauseEnd(String until, String event);

  String rule(String id, String version);

  String source(String source, String grade);

  String kind(String scope, String duty);

  String calendar(String version, String certainty);

  String moved(String date, String at, String reason);

  String dayByDay();

  String receiptDay();

  String counted(int number, Unit unit);

  String pausedDays();

  String isDue();

  String isToday();

  String shares();

  String share(String holder, String amount, String from);

  String nobody();

  /** The abbreviation that Indonesia's zones are known by, or the zone's own name. */
  static String zone(ZoneId zone) {
    return switch (zone.getId()) {
      case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
      case "Asia/Makassar" -> "WITA";
      case "Asia/Jayapura" -> "WIT";
      default -> zone.getId();
    };
  }

  default String moment(Instant at, ZoneId zone) {
    return moment(
        longDate(LocalDate.ofInstant(at, zone)), time(LocalTime.ofInstant(at, zone), zone));
  }
}
