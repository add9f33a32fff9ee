/**
 * A look at files of strangers: what they are, what is odd about them, and pictures without what
 * they tell of their owner. Nothing in a file is run, fetched or unpacked to a disk.
 */
@NullMarked
package id.aduan.lapor.documents.inspect;

import org.jspecify.annotations.NullMarked;
