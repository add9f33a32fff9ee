// Signs and verifies with npm's standardwebhooks. Reads a list of jobs, and prints one answer each:
//   {do: "sign", secret, id, timestamp, body}  -> the signature
//   {do: "verify", secret, headers, body}      -> "genuine", or why not
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

const answer = (job) => {
  const webhook = new Webhook(job.secret);
  if (job.do === "sign") {
    return webhook.sign(job.id, new Date(job.timestamp * 1000), job.body);
  }
  try {
    webhook.verify(job.body, job.headers);
    return "genuine";
  } catch (error) {
    return error.message;
  }
};

const jobs = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(jobs.map(answer)));
