/**
 * What may be asked of a connector, in whatever way it is asked: the answers of the commands and of
 * the administration interface, whose names are those of the JSON. Nothing here names a reporter.
 */
@NullMarked
package id.aduan.lapor.runner.answer;

import org.jspecify.annotations.NullMarked;
