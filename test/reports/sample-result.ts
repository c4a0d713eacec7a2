import type { LedgerFile } from "../../src/model/ledger.js";
import type { AgentResult, AuditResult, Finding, GateResult, GroupResult } from "../../src/model/result.js";
import { SCHEMA_VERSION } from "../../src/model/result.js";
import { sampleFindings } from "./sample-findings.js";
import { sampleRules } from "./sample-rules.js";
import {
  nastyRecurring,
  noLabels,
  sampleComplaints,
  samplePromises,
  sampleRecurring,
  sampleSeries,
} from "./sample-series.js";

/** A small but complete audit: every section of a report has something to say. All names and words are invented. */
export function sampleResult(): AuditResult {
  return {
    ...emptyResult(),
    manifest: manifest(),
    ledger: [calls(), transcripts(), chats()],
    totals: {
      contacts: 1_248,
      turns: 18_402,
      kinds: { calls: 640, tickets: 0, transcripts: 596, messages: 608, surveys: 0 },
      calls: { offered: 640, answered: 598, abandoned: 31, busy: 4, other: 7 },
      findings: { critical: 3, major: 9, minor: 1, info: 1 },
      score: { raw: 91.3, final: 84.96, contacts: 1_204 },
      from: "2026-03-02T08:00:00+08:00",
      to: "2026-03-31T21:58:12+08:00",
    },
    dimensions: [
      { id: "tangibles", score: 88.4, contacts: 608, pass: 537, fail: 71 },
      { id: "empathy", score: 91.2, contacts: 608, pass: 1_109, fail: 107 },
      { id: "assurance", score: 99.7, contacts: 1_204, pass: 1_201, fail: 3 },
      { id: "responsiveness", score: 62.5, contacts: 608, pass: 380, fail: 228 },
      { id: "reliability", score: null, contacts: 0, pass: 0, fail: 0 },
    ],
    rules: sampleRules(),
    gates: gates(),
    teams: [team("一组", 702, 86.1, 91.9), team("二组", 546, 83.5, 90.5)],
    agents: agents(),
    series: sampleSeries(),
    recurring: sampleRecurring(),
    honours: { reference: 84.96, best: ["陈晓梅"], worst: ["Nadia Rahman"] },
    outcomes: { resolved: 71, unresolved: 12, criticalContacts: 3 },
    promises: samplePromises(),
    complaints: sampleComplaints(),
    findings: sampleFindings(),
    incomplete: [],
  };
}

/** Nothing audited: no contacts, no gates, no files. */
export function emptyResult(): AuditResult {
  return {
    schemaVersion: SCHEMA_VERSION,
    manifest: {
      tool: { name: "deskcheck", version: "0.1.0" },
      standard: { name: "service-handbook", version: "1.0.0", sha256: "a1".repeat(32) },
      config: { file: null, sha256: "00".repeat(32) },
      asOf: null,
      asOfFrom: null,
      timezone: "Asia/Shanghai",
      inputs: [],
    },
    ledger: [],
    totals: {
      contacts: 0,
      turns: 0,
      kinds: { calls: 0, tickets: 0, transcripts: 0, messages: 0, surveys: 0 },
      calls: null,
      findings: { critical: 0, major: 0, minor: 0, info: 0 },
      score: { raw: null, final: null, contacts: 0 },
      from: null,
      to: null,
    },
    dimensions: [],
    rules: [],
    gates: [],
    teams: [],
    agents: [],
    series: {},
    recurring: { rules: [], topics: noLabels(), types: noLabels(), causes: noLabels() },
    honours: { reference: null, best: [], worst: [] },
    outcomes: { resolved: null, unresolved: null, criticalContacts: 0 },
    promises: [],
    complaints: null,
    findings: [],
    incomplete: [],
  };
}

/** The sample with `nasty` wherever a customer, an agent, a file or a rule's author can put words of their own. */
export function nastyResult(nasty: string): AuditResult {
  const sample = sampleResult();
  const dirty = (finding: Finding): Finding => ({
    ...finding,
    contact: nasty,
    agent: nasty,
    team: nasty,
    file: nasty,
    quote: finding.quote === null ? null : nasty,
    found: nasty,
    expected: nasty,
    context: finding.context.map((turn) => ({ ...turn, text: `${nasty}${nasty}${nasty}` })),
  });
  return {
    ...sample,
    manifest: {
      ...sample.manifest,
      standard: { ...sample.manifest.standard, name: nasty, version: nasty },
      config: { ...sample.manifest.config, file: nasty },
      timezone: nasty,
      inputs: [{ file: nasty, bytes: 7, sha256: "b2".repeat(32) }],
    },
    ledger: sample.ledger.map((file) => ({
      ...file,
      file: nasty,
      entries: file.entries.map((entry) => ({ ...entry, code: nasty, sample: nasty, field: nasty })),
      read: {
        encoding: nasty,
        delimiter: nasty,
        headerLine: 1,
        columns: file.read.columns.map((column) => ({
          ...column,
          field: nasty,
          columns: [nasty, nasty],
          format: nasty,
        })),
        unused: [nasty],
      },
    })),
    rules: sample.rules.map((rule) => ({
      ...rule,
      title: { zh: nasty, en: nasty },
      clause: nasty,
      source: nasty,
      advice: { zh: nasty, en: nasty },
      missing: rule.notAssessed > 0 ? [nasty] : [],
      reasons: { [nasty]: 3 },
    })),
    gates: sample.gates.map((gate) => ({ ...gate, expected: nasty, found: nasty })),
    teams: sample.teams.map((one) => ({ ...one, id: nasty })),
    agents: sample.agents.map((agent) => ({ ...agent, id: nasty, team: nasty })),
    recurring: nastyRecurring(sample.recurring, nasty),
    honours: { ...sample.honours, best: [nasty], worst: [nasty] },
    promises: sample.promises.map((one) => ({
      ...one,
      contact: nasty,
      agent: nasty,
      quote: nasty,
      file: nasty,
    })),
    findings: [...sample.findings].map(dirty),
    incomplete: [{ code: "rejected-rows", subject: nasty, count: 2, detail: nasty }],
  };
}

function manifest(): AuditResult["manifest"] {
  return {
    tool: { name: "deskcheck", version: "0.1.0" },
    standard: { name: "service-handbook", version: "1.0.0", sha256: "3f9c0a17".repeat(8) },
    config: { file: "deskcheck.config.yaml", sha256: "77e1b2d4".repeat(8) },
    asOf: "2026-03-31T21:58:12+08:00",
    asOfFrom: "data",
    timezone: "Asia/Shanghai",
    inputs: [
      { file: "exports/calls-03.csv", bytes: 48_213, sha256: "0d4e5f60".repeat(8) },
      { file: "exports/transcripts-03.csv", bytes: 1_840_922, sha256: "1c2b3a49".repeat(8) },
      { file: "exports/chats-03.csv", bytes: 912_004, sha256: "9a8b7c6d".repeat(8) },
    ],
  };
}

function gates(): readonly GateResult[] {
  const judged = { reason: null, interval: null } as const;
  return [
    { id: "critical-findings", met: false, expected: "≤ 0", found: "3", n: 1_248, by: "standard", ...judged },
    {
      id: "score",
      met: false,
      expected: "≥ 85",
      found: "84.96",
      n: 1_204,
      by: "config",
      reason: null,
      interval: [83.8, 86.1],
    },
    {
      id: "response/service-level",
      met: true,
      expected: "≥ 80%",
      found: "84.3%",
      n: 618,
      by: "standard",
      reason: null,
      interval: [0.8119, 0.8699],
    },
    {
      id: "response/chat-first-reply",
      met: false,
      expected: "≥ 95%",
      found: "62.5%",
      n: 608,
      by: "config",
      reason: null,
      interval: [0.5858, 0.6625],
    },
    {
      id: "response/email-first-reply",
      met: null,
      expected: "≥ 95%",
      found: "n/a",
      n: 12,
      by: "config",
      reason: "too-few-contacts",
      interval: null,
    },
  ];
}

function group(id: string, contacts: number, final: number, raw: number): GroupResult {
  const half = 100 / Math.sqrt(contacts);
  return {
    id,
    contacts,
    calls: null,
    findings: { critical: 0, major: Math.round((100 - raw) / 2), minor: 1, info: 0 },
    score: { raw, final, interval: [final - half, Math.min(100, final + half)] },
    rules: {
      "opening/greeting": { pass: contacts - 4, fail: 4, notApplicable: 0, notAssessed: 0, pending: 0 },
    },
  };
}

function team(id: string, contacts: number, final: number, raw: number): GroupResult {
  return {
    ...group(id, contacts, final, raw),
    findings: { critical: id === "一组" ? 1 : 2, major: 5, minor: 0, info: 1 },
  };
}

function agents(): readonly AgentResult[] {
  const agent = (
    id: string,
    unit: string,
    contacts: number,
    final: number,
    place: { rank: number; band: number } | null,
  ): AgentResult => {
    const base = group(id, contacts, final, final + 1);
    const shrunk = (final * contacts + 85 * 20) / (contacts + 20);
    return {
      ...base,
      team: unit,
      score: { ...base.score, shrunk },
      findings: { ...base.findings, critical: final < 83 ? 1 : 0 },
      rank: place?.rank ?? null,
      band: place?.band ?? null,
    };
  };
  return [
    agent("陈晓梅", "一组", 402, 94.1, { rank: 1, band: 1 }),
    agent("王芳", "一组", 288, 86.3, { rank: 2, band: 2 }),
    agent("李建国", "二组", 301, 84.2, { rank: 3, band: 2 }),
    agent("Nadia Rahman", "二组", 233, 76.8, { rank: 4, band: 3 }),
    agent("赵敏", "一组", 12, 100, null),
    agent("周海", "二组", 12, 58.3, null),
  ];
}

function calls(): LedgerFile {
  return {
    file: "exports/calls-03.csv",
    kind: "calls",
    rows: 653,
    audited: 640,
    rejected: 3,
    duplicate: 2,
    ignored: 8,
    entries: [
      {
        code: "ragged-row",
        effect: "rejected",
        count: 3,
        lines: [118, 240, 611],
        sample: "李建国,2026/3/9 10:02,已接听,可以,谢谢",
        field: null,
      },
      { code: "duplicate-row", effect: "duplicate", count: 2, lines: [77, 402], sample: null, field: null },
      {
        code: "ignored-by-config",
        effect: "ignored",
        count: 8,
        lines: [14, 52, 90, 133, 201, 288, 307, 455],
        sample: "测试",
        field: "type",
      },
      {
        code: "negative-duration",
        effect: "noted",
        count: 14,
        lines: [9, 31, 64, 70, 88, 129, 170, 212, 300, 333],
        sample: "-59",
        field: "queue-seconds",
      },
    ],
    read: {
      encoding: "GB18030",
      delimiter: ",",
      headerLine: 2,
      columns: [
        { field: "contact-id", columns: ["通话编号"], by: "alias", format: null },
        { field: "agent", columns: ["座席姓名"], by: "alias", format: null },
        { field: "offered-at", columns: ["日期", "呼入时间"], by: "config", format: "YYYY/M/D H:mm" },
        { field: "answer-seconds", columns: ["等待"], by: "guess", format: "HH:MM:SS" },
        { field: "outcome", columns: ["通话结果"], by: "alias", format: null },
      ],
      unused: ["序号", "中继线", "录音文件"],
    },
  };
}

function transcripts(): LedgerFile {
  return {
    file: "exports/transcripts-03.csv",
    kind: "transcripts",
    rows: 9_310,
    audited: 9_310,
    rejected: 0,
    duplicate: 0,
    ignored: 0,
    entries: [],
    read: {
      encoding: "UTF-8",
      delimiter: "\t",
      headerLine: 1,
      columns: [
        { field: "contact-id", columns: ["通话编号"], by: "alias", format: null },
        { field: "speaker", columns: ["角色"], by: "alias", format: null },
        { field: "text", columns: ["内容"], by: "alias", format: null },
      ],
      unused: [],
    },
  };
}

function chats(): LedgerFile {
  return {
    file: "exports/chats-03.csv",
    kind: "messages",
    rows: 9_101,
    audited: 9_092,
    rejected: 0,
    duplicate: 9,
    ignored: 0,
    entries: [
      {
        code: "duplicate-row",
        effect: "duplicate",
        count: 9,
        lines: [20, 21, 22, 23, 24, 25, 26, 27, 28],
        sample: null,
        field: null,
      },
      { code: "future-code", effect: "noted", count: 1, lines: [5], sample: null, field: null },
    ],
    read: {
      encoding: "UTF-8 (BOM)",
      delimiter: ",",
      headerLine: 1,
      columns: [
        { field: "contact-id", columns: ["session_id"], by: "profile", format: null },
        { field: "said-at", columns: ["created_at"], by: "profile", format: "ISO 8601" },
        { field: "speaker", columns: ["from"], by: "profile", format: null },
        { field: "text", columns: ["message"], by: "profile", format: null },
      ],
      unused: [],
    },
  };
}
