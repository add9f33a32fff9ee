package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock.Mark;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.ClockRule.Grade;
import id.aduan.lapor.deadline.ClockRule.Name;
import id.aduan.lapor.deadline.ClockRule.Scope;
import id.aduan.lapor.deadline.DayOff;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** English. */
final class EnglishWords implements Words {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE ppd MMM", Locale.ENGLISH);

  @Override
  public String name(Name name) {
    return name.en();
  }

  @Override
  public String amount(int amount, Unit unit) {
    return amount + " " + unit(unit) + (amount == 1 ? "" : "s");
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case WORKING_DAY -> "working day";
      case CALENDAR_DAY -> "calendar day";
      case CLOCK_HOUR -> "hour";
      case MINUTE -> "minute";
    };
  }

  @Override
  public String meaning(Unit unit, boolean countsReceiptDay) {
    String first =
        countsReceiptDay ? "The day of the start counts" : "The day of the start does not count";
    return switch (unit) {
      case WORKING_DAY -> first + "; weekends, holidays and joint leave are passed over.";
      case CALENDAR_DAY -> first + "; every day after it does, holidays too.";
      case CLOCK_HOUR -> "The hours run on through nights, weekends and holidays.";
      case MINUTE -> "The minutes run on by day and night.";
    };
  }

  @Override
  public String longDate(LocalDate date) {
    return LONG.format(date);
  }

  @Override
  public String shortDate(LocalDate date, boolean withYear) {
    return SHORT.format(date) + (withYear ? " " + date.getYear() : "");
  }

  @Override
  public String time(LocalTime time, ZoneId zone) {
    return "%02d:%02d %s".formatted(time.getHour(), time.getMinute(), Words.zone(zone));
  }

  @Override
  public String moment(String date, String time) {
    return date + " at " + time;
  }

  @Override
  public String event(CaseEvent event) {
    return switch (event) {
      case RECEIVED -> "the portal recorded the report";
      case ARRIVED -> "the report reached the connector";
      case SERVICE_RECEIVED -> "the service was received or the incident took place";
      case ROUTED -> "the report was passed to an agency";
      case DELIVERED -> "the agency's system holds the report";
      case NOTIFIED -> "the liaison officer was notified";
      case ANSWERED -> "the agency's answer stands on the portal";
      case RETURNED -> "the agency gave the report back";
      case WAITING_FOR_REPORTER -> "the reporter was asked to complete it";
      case REPORTER_REPLIED -> "the reporter replied";
      case CLOSED -> "the report was closed";
      case REOPENED -> "the report was reopened";
      case EXTENDED -> "the limit was extended";
      case FILE_COMPLETE -> "the file was declared complete";
      case DECIDED -> "the complaint was decided";
      case DECISION_DELIVERED -> "the decision was delivered";
      case OBJECTION_REASON_KNOWN -> "the reason for an objection became known";
      case OBJECTION_RECEIVED -> "the objection was received";
      case OBJECTION_ANSWERED -> "the objection was answered";
      case OMBUDSMAN_ASKED -> "the Ombudsman asked for an explanation";
      case OMBUDSMAN_ANSWERED -> "the Ombudsman was answered";
      case RECOMMENDATION_RECEIVED -> "the Ombudsman's recommendation was received";
      case RECOMMENDATION_REPORTED -> "the recommendation was reported on";
      case CORRECTION_REQUESTED -> "a correction of personal data was asked for";
      case CORRECTION_DONE -> "the personal data were corrected";
      case ACCESS_REQUESTED -> "access to personal data was asked for";
      case ACCESS_GIVEN -> "access to personal data was given";
      case CONSENT_WITHDRAWN -> "consent was withdrawn";
      case PROCESSING_STOPPED -> "processing was stopped";
      case SUSPENSION_REQUESTED -> "a suspension of processing was asked for";
      case PROCESSING_SUSPENDED -> "processing was suspended";
      case BREACH_FOUND -> "a failure of protection was found";
      case BREACH_NOTIFIED -> "notice of the failure was given";
    };
  }

  @Override
  public String mark(Mark mark) {
    String why =
        switch (mark) {
          case START_MISSING -> "is missing or cannot be read";
          case START_IN_FUTURE -> "lies in the future";
          case START_TOO_EARLY -> "is earlier than the portal itself";
        };
    return "Note: the portal's time " + why + ", so it counts from when we received the report.";
  }

  @Override
  public String certainty(Certainty certainty) {
    return switch (certainty) {
      case FINAL -> "final";
      case PROVISIONAL -> "PROVISIONAL: the holidays of some year are not decreed yet";
    };
  }

  @Override
  public String grade(Grade grade) {
    return switch (grade) {
      case A -> "text of the regulation or procedure";
      case B -> "official page, or part of the text";
      case C -> "secondary source";
      case D -> "engineering reading, not law";
    };
  }

  @Override
  public String scope(Scope scope) {
    return switch (scope) {
      case NATIONAL -> "national";
      case LOCAL -> "local, not in national figures";
    };
  }

  @Override
  public String duty(Duty duty) {
    return switch (duty) {
      case AGENCY -> "the agency";
      case COORDINATOR -> "the coordinating admin";
      case PORTAL -> "the portal";
      case REPORTER -> "the reporter";
    };
  }

  @Override
  public String dayOff(DayOff off) {
    return switch (off.kind()) {
      case WEEKEND -> "weekend";
      case HOLIDAY -> "national holiday: " + off.name();
      case CUTI_BERSAMA -> "joint leave: " + off.name();
      case OFFICE -> "office closed: " + off.name();
    };
  }

  @Override
  public String bases() {
    return "Decrees of the days off:";
  }

  @Override
  public String dueDay(String amount, String date, String zone) {
    return amount + ": due at the end of " + date + " (" + zone + ").";
  }

  @Override
  public String dueMoment(String amount, String moment) {
    return amount + ": due " + moment + ".";
  }

  @Override
  public String asOf(String moment, String state) {
    return "State on " + moment + ": " + state + ".";
  }

  @Override
  public String runs() {
    return "running; ";
  }

  @Override
  public String left(String used, String left) {
    return used + " used, " + left + " left";
  }

  @Override
  public String lessThanOne(Unit unit) {
    return "less than " + amount(1, unit);
  }

  @Override
  public String late(String by) {
    return "LATE by " + by;
  }

  @Override
  public String paused(String since, String event, String state) {
    return "paused since " + since + " (" + event + "); " + state;
  }

  @Override
  public String met(String moment, String used) {
    return "done in time on " + moment + "; " + used + " used";
  }

  @Override
  public String missed(String moment, String by) {
    return "ended on " + moment + ", LATE by " + by;
  }

  @Override
  public String dropped(String moment) {
    return "dropped on " + moment + ", when the report was closed before it was due";
  }

  @Override
  public String replaced() {
    return "does not apply any more: the classification or the rule was replaced";
  }

  @Override
  public String start(String moment, String event) {
    return "Start: " + moment + " (" + event + ").";
  }

  @Override
  public String extension(String amount, String moment, String reason) {
    return "Extended by " + amount + " on " + moment + ". Reason: " + reason;
  }

  @Override
  public String pause(String from, String event) {
    return "Pause: from " + from + " (" + event + ")";
  }

  @Override
  public String pauseEnd(String until, String event) {
    return " to " + until + " (" + event + ")";
  }

  @Override
  public String rule(String id, String version) {
    return "Rule: " + id + ", version " + version + ".";
  }

  @Override
  public String source(String source, String grade) {
    return "Source: " + source + " [" + grade + "].";
  }

  @Override
  public String kind(String scope, String duty) {
    return "Scope: " + scope + ". Duty of: " + duty + ".";
  }

  @Override
  public String calendar(String version, String certainty) {
    return "Calendar: " + version + ". The date is " + certainty + ".";
  }

  @Override
  public String moved(String date, String at, String reason) {
    return "Moved: was " + date + "; computed anew " + at + ". Reason: " + reason;
  }

  @Override
  public String dayByDay() {
    return "Day by day:";
  }

  @Override
  public String receiptDay() {
    return "day of the start, does not count";
  }

  @Override
  public String counted(int number, Unit unit) {
    return unit(unit) + " " + number;
  }

  @Override
  public String pausedDays() {
    return "paused, does not count";
  }

  @Override
  public String isDue() {
    return "  <- due";
  }

  @Override
  public String isToday() {
    return "  <- today";
  }

  @Override
  public String shares() {
    return "Shares:";
  }

  @Override
  public String share(String holder, String amount, String from) {
    return holder + ": " + amount + ", from " + from;
  }

  @Override
  public String nobody() {
    return "(not at an agency)";
  }
}
