import type { ResourceLimits } from "node:worker_threads";

/**
 * What a thread may take: about the young generation (MB) that the thread of a process has by itself. With less, a worker collects
 * garbage more often than it need.
 */
export const THREAD_LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 64 };
