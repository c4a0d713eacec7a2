import { type FieldName, OUTCOMES } from "../../model/fields.js";
import type { Policy } from "../profiles/policies.js";
import { type Legs, valuesIn } from "./legs.js";

/**
 * Folds the legs of one contact, in their order, into its main leg: the answering one, else the first. Returns the main
 * leg, whose values are the contact's from then on.
 */
export function contactFolder(
  legs: Legs,
  policyOf: (field: FieldName) => Policy,
): (of: readonly number[]) => number {
  const outcome = valuesIn(legs, "outcome");
  const answeredAt = valuesIn(legs, "answered-at");
  const talk = valuesIn(legs, "talk-seconds");
  const policies = legs.fields.map(policyOf);
  const folded = new Float64Array(legs.fields.length);
  return (of) => {
    const answered = answeredLegs(of);
    const answering = answered[0] ?? -1;
    const main = answering < 0 ? of[0]! : answering;
    const until = answering < 0 ? of.length : of.indexOf(answering) + 1;
    legs.values.forEach((values, i) => {
      folded[i] = fold(policies[i]!, values, of, answered, until);
    });
    for (let i = 0; i < folded.length; i++) legs.values[i]![main] = folded[i]!;
    return main;
  };

  /**
   * The legs that were answered: those whose outcome says so, else those with a moment of answer or with talk. A leg
   * without talk was only rung, unless no leg has any.
   */
  function answeredLegs(of: readonly number[]): readonly number[] {
    const said = of.filter((leg) => outcome?.[leg] === ANSWERED);
    const answered = said.length > 0 ? said : of.filter(isAnsweredUnsaid);
    const talked = answered.filter((leg) => talk?.[leg] !== 0);
    return talked.length > 0 ? talked : answered;
  }

  function isAnsweredUnsaid(leg: number): boolean {
    if ((outcome?.[leg] ?? 0) > 0) return false;
    return !Number.isNaN(answeredAt?.[leg] ?? Number.NaN) || (talk?.[leg] ?? 0) > 0;
  }
}

const ANSWERED = OUTCOMES.indexOf("answered");

function fold(
  policy: Policy,
  values: Float64Array,
  of: readonly number[],
  answered: readonly number[],
  until: number,
): number {
  switch (policy) {
    case "first":
      return values[of.find((leg) => isKnown(values, leg)) ?? -1] ?? Number.NaN;
    case "last":
      return values[of.findLast((leg) => isKnown(values, leg)) ?? -1] ?? Number.NaN;
    case "earliest":
      return of.reduce((least, leg) => smaller(least, values[leg]!), Number.NaN);
    case "latest":
      return of.reduce((most, leg) => larger(most, values[leg]!), Number.NaN);
    case "answering": {
      const [answering] = answered;
      if (answering !== undefined && isKnown(values, answering)) return values[answering]!;
      return answering === undefined ? fold("last", values, of, answered, until) : Number.NaN;
    }
    case "sum":
      return sum(values, of);
    case "until-answered":
      return sum(values, of.slice(0, until));
    case "outcome":
      return answered.length > 0
        ? ANSWERED
        : fold(
            "last",
            values,
            of.filter((leg) => values[leg]! > 0),
            [],
            0,
          );
    case "more-legs":
      return Math.max(0, answered.length - 1);
  }
}

function isKnown(values: Float64Array, leg: number): boolean {
  return !Number.isNaN(values[leg]!);
}

/** Of what is known; NaN where nothing is. */
function sum(values: Float64Array, of: readonly number[]): number {
  return of.reduce((total, leg) => {
    const value = values[leg]!;
    if (Number.isNaN(value)) return total;
    return Number.isNaN(total) ? value : total + value;
  }, Number.NaN);
}

function smaller(a: number, b: number): number {
  return a <= b || Number.isNaN(b) ? a : b;
}

function larger(a: number, b: number): number {
  return a >= b || Number.isNaN(b) ? a : b;
}
