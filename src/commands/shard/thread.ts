// A thread of an audit: judges its share of the contacts and sends back what it came to.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { judgedOf } from "../../audit/judged.js";
import type { Finding } from "../../model/result.js";
import { UserError } from "../../model/user-error.js";
import { planRules } from "../plan.js";
import { auditCached, errorData, type FindingsPiece, type ThreadAnswer, type ThreadTask } from "./threads.js";

/** Findings in a message. */
const PIECE = 5000;
const SILENT = { advance: () => {} };

if (parentPort !== null) work(workerData as ThreadTask, parentPort);

function work({ request, files, share, cache }: ThreadTask, port: MessagePort): void {
  const send = (answer: ThreadAnswer | FindingsPiece) => port.postMessage(answer);
  try {
    const { plan } = planRules(request);
    const whole = { ...plan, files, folder: request.folder };
    const { state, inputs } = auditCached(whole, share, cache, SILENT);
    const findings = state.judge.findings[Symbol.iterator]();
    send({ judged: judgedOf(state), inputs });
    port.on("message", () => send(pieceOf(findings)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    send({ error: errorData(error) });
  }
}

function pieceOf(findings: Iterator<Finding>): FindingsPiece {
  const piece: Finding[] = [];
  while (piece.length < PIECE) {
    const next = findings.next();
    if (next.done === true) break;
    piece.push(next.value);
  }
  return piece;
}
