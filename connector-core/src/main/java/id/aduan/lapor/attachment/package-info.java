/**
 * The files of complaints: what is fetched, kept, looked at and copied before it goes anywhere. A
 * file's name is data and never a path; its original is evidence and is never changed.
 */
@NullMarked
package id.aduan.lapor.attachment;

import org.jspecify.annotations.NullMarked;
