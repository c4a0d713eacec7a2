/**
 * The fields that a contact, a turn or a survey answer can carry, whatever the export calls them.
 * Their names are what users write in `columns:` of a config and read in "not assessed: ring-seconds is missing".
 */
export const FIELDS = {
  // who and what
  "contact-id": "text",
  agent: "text",
  team: "text",
  customer: "text",
  queue: "text",
  topic: "text",
  type: "text",
  cause: "text",
  priority: "text",
  product: "text",
  order: "text",
  "contact-way": "text",
  wish: "text",
  note: "text",
  channel: "channel",
  direction: "direction",
  outcome: "outcome",
  "hangup-by": "speaker",
  resolved: "flag",
  // moments of a call: offered → (IVR) → queued → ringing → answered → ended → wrap-up end
  "offered-at": "instant",
  "queued-at": "instant",
  "ringing-at": "instant",
  "answered-at": "instant",
  "ended-at": "instant",
  // moments of a ticket or e-mail
  "received-at": "instant",
  "first-reply-at": "instant",
  "due-at": "instant",
  "delivered-at": "instant",
  "resolved-at": "instant",
  "updated-at": "instant",
  // moments of a survey
  "sent-at": "instant",
  "submitted-at": "instant",
  // intervals
  "ring-seconds": "duration",
  "queue-seconds": "duration",
  "ivr-seconds": "duration",
  "answer-seconds": "duration",
  "talk-seconds": "duration",
  "hold-seconds": "duration",
  "wrap-seconds": "duration",
  "duration-seconds": "duration",
  "first-reply-seconds": "duration",
  // counts and ratings
  rings: "number",
  holds: "number",
  transfers: "number",
  rating: "number",
  // a survey: how many questions it asks, and what was expected and perceived of each SERVQUAL dimension
  questions: "number",
  "expected-tangibles": "number",
  "expected-empathy": "number",
  "expected-assurance": "number",
  "expected-responsiveness": "number",
  "expected-reliability": "number",
  "perceived-tangibles": "number",
  "perceived-empathy": "number",
  "perceived-assurance": "number",
  "perceived-responsiveness": "number",
  "perceived-reliability": "number",
  // turns
  index: "number",
  speaker: "speaker",
  "said-at": "instant",
  "start-seconds": "duration",
  "end-seconds": "duration",
  text: "prose",
} as const satisfies Record<string, FieldType>;

/**
 * - `text`: a short label, kept once in a dictionary (agent, queue …)
 * - `prose`: words that people said or wrote; read in place, never kept
 * - `instant`: milliseconds since 1970-01-01T00:00:00Z
 * - `duration`: milliseconds
 * - `number`: a plain number
 * - `flag`: 1 yes, 0 no
 * - `channel`, `direction`, `outcome`, `speaker`: codes of the lists below
 */
export type FieldType =
  | "text"
  | "prose"
  | "instant"
  | "duration"
  | "number"
  | "flag"
  | "channel"
  | "direction"
  | "outcome"
  | "speaker";

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** Position of each field in the column arrays of a contact. */
export const FIELD_INDEX = Object.fromEntries(FIELD_NAMES.map((name, index) => [name, index])) as Readonly<
  Record<FieldName, number>
>;

/** Code = position in the list. 0 is "not known". */
export const CHANNELS = ["unknown", "phone", "chat", "email"] as const;
export const DIRECTIONS = ["unknown", "inbound", "outbound", "internal"] as const;
export const SPEAKERS = ["unknown", "agent", "customer", "system"] as const;

/**
 * How a contact ended. `unanswered` says that nobody took it, without saying whether the caller gave up (`abandoned`),
 * heard a busy tone (`busy`) or was sent to a mailbox (`voicemail`). `flowed-out` left the queue for another one.
 * `dropped` was answered and broke off.
 */
export const OUTCOMES = [
  "unknown",
  "answered",
  "abandoned",
  "busy",
  "unanswered",
  "voicemail",
  "failed",
  "flowed-out",
  "callback",
  "dropped",
] as const;

export type Channel = (typeof CHANNELS)[number];
export type Speaker = (typeof SPEAKERS)[number];

export const SPEAKER = { unknown: 0, agent: 1, customer: 2, system: 3 } as const satisfies Record<
  Speaker,
  number
>;

/** What a file holds: one contact a row (calls, tickets), one turn a row (transcripts, messages), one answer a row (surveys). */
export const KINDS = ["calls", "tickets", "transcripts", "messages", "surveys"] as const;
export type Kind = (typeof KINDS)[number];
