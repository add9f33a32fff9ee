package id.aduan.lapor.documents.letter;

/**
 * What is wrong with a template.
 *
 * @param what in one line, with the placeholder or part that it is about
 * @param hint how to mend it
 */
public record TemplateProblem(String what, String hint) {}
