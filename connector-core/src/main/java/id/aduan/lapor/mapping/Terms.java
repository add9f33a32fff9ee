package id.aduan.lapor.mapping;

import java.time.ZoneId;

/** What the words of a file are held against: the portal's list, and the file's own tables. */
record Terms(
    Catalogue catalogue,
    Vocabulary classifications,
    Vocabulary channels,
    Regions regions,
    ZoneId zone) {}
