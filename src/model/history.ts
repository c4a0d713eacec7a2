import type { Contact } from "./contact.js";

/**
 * The contacts of one customer in order of their start, seen from one of them. Moments are ms since 1970; NaN where they
 * are not known. Reused from contact to contact.
 */
export interface History {
  /** The data is taken to be complete until this moment. */
  readonly now: number;
  /** Whether the desk got in touch of its own accord anywhere in the data: if it never did, the data may just not say. */
  readonly deskSeen: boolean;
  /** 0 where the customer is not known. */
  readonly length: number;
  /** Which of them the contact at hand is. */
  readonly self: number;
  startedAt(at: number): number;
  endedAt(at: number): number;
  /**
   * When the desk first and last got in touch with the customer in this contact: an outbound call, the agent's messages,
   * the reply to an e-mail. NaN for calls that the customer made.
   */
  deskFrom(at: number): number;
  deskTo(at: number): number;
  /** Its number in the audit. */
  number(at: number): number;
  /** Its row. Valid until the next call. */
  contact(at: number): Contact;
}
