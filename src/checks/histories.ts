import type { Contact } from "../model/contact.js";
import type { History } from "../model/history.js";

/** What is kept of every contact, by number: enough to say who spoke with whom and when. Moments are ms, NaN where unknown. */
export interface ContactRecords {
  readonly size: number;
  /** Whether anything speaks of this number at all. */
  exists(number: number): boolean;
  /** Number of the customer, −1 where not known. */
  customer(number: number): number;
  startedAt(number: number): number;
  endedAt(number: number): number;
  deskFrom(number: number): number;
  deskTo(number: number): number;
  /** Its row. The view is reused: valid until the next call with the same slot. */
  contact(number: number, slot: 0 | 1): Contact;
}

/**
 * The histories of all customers. Contacts of which no moment is known come first; of two at the same moment the one
 * with the lower number. One sort for all; a history costs nothing until it is asked for.
 *
 * @param now the moment until which the data is taken to be complete
 * @returns the history of a contact; one view, reused
 */
export function histories(records: ContactRecords, now: number): (number: number) => History {
  const { order, first } = byCustomer(records);
  const deskSeen = order.some((number) => !Number.isNaN(records.deskFrom(number)));
  let from = 0;
  let length = 0;
  let self = -1;
  const view: History = {
    now,
    deskSeen,
    get length() {
      return length;
    },
    get self() {
      return self;
    },
    startedAt: (at) => records.startedAt(order[from + at]!),
    endedAt: (at) => records.endedAt(order[from + at]!),
    deskFrom: (at) => records.deskFrom(order[from + at]!),
    deskTo: (at) => records.deskTo(order[from + at]!),
    number: (at) => order[from + at]!,
    contact: (at) => records.contact(order[from + at]!, 1),
  };
  return (number) => {
    const customer = records.customer(number);
    from = customer < 0 ? 0 : first[customer]!;
    length = customer < 0 ? 0 : first[customer + 1]! - from;
    self = -1;
    for (let at = 0; at < length; at++) if (order[from + at] === number) self = at;
    return view;
  };
}

/** Contacts with a customer, customer after customer; `first[c]` is where those of customer c begin. */
function byCustomer(records: ContactRecords): { readonly order: Int32Array; readonly first: Int32Array } {
  const customerOf = (number: number) => (records.exists(number) ? records.customer(number) : -1);
  let customers = 0;
  for (let number = 0; number < records.size; number++)
    customers = Math.max(customers, customerOf(number) + 1);
  const first = new Int32Array(customers + 2);
  for (let number = 0; number < records.size; number++) {
    const customer = customerOf(number);
    if (customer >= 0) first[customer + 1]! += 1;
  }
  for (let customer = 0; customer <= customers; customer++) first[customer + 1]! += first[customer]!;
  const next = first.slice();
  const order = new Int32Array(first[customers + 1]!);
  for (let number = 0; number < records.size; number++) {
    const customer = customerOf(number);
    if (customer >= 0) order[next[customer]!++] = number;
  }
  const starts = (number: number) => {
    const start = records.startedAt(number);
    return Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start;
  };
  for (let customer = 0; customer < customers; customer++) {
    const own = order.subarray(first[customer]!, first[customer + 1]!);
    if (own.length > 1) own.sort((a, b) => (starts(a) < starts(b) ? -1 : starts(a) > starts(b) ? 1 : a - b));
  }
  return { order, first };
}
