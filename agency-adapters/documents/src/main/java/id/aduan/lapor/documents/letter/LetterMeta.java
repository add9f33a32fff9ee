package id.aduan.lapor.documents.letter;

import java.time.LocalDate;

/**
 * What a letter says of itself (ODF-13).
 *
 * @param title never with the reporter in it
 * @param creator the institution, never a person
 * @param date of the letter
 * @param trackingId the case
 */
public record LetterMeta(String title, String creator, LocalDate date, String trackingId) {}
