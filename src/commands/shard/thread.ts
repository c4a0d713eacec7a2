// A thread of an audit: judges its share of the contacts and sends back what it came to.
import { parentPort, workerData } from "node:worker_threads";
import { auditShare } from "../../audit/audit.js";
import { judgedOf } from "../../audit/judged.js";
import { UserError } from "../../model/user-error.js";
import { planRules } from "../plan.js";
import { errorData, type ThreadAnswer, type ThreadTask } from "./threads.js";

function answerTo({ request, files, share }: ThreadTask): ThreadAnswer {
  try {
    const { plan } = planRules(request);
    const { state, inputs } = auditShare({ ...plan, files, folder: request.folder }, share, SILENT);
    return { judged: judgedOf(state), inputs };
  } catch (error) {
    if (error instanceof UserError) return { error: errorData(error) };
    throw error;
  }
}

const SILENT = { advance: () => {} };

parentPort?.postMessage(answerTo(workerData as ThreadTask));
