package id.aduan.lapor.bintan.desk;

/** One status of an agency: the code on its wire and the label that its officers read. */
public record StatusWord(String code, String label) {}
