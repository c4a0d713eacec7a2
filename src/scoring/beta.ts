/**
 * I_x(a, b), the regularised incomplete beta function: the share of a Beta(a, b) distribution below x. For a, b > 0 and
 * any x; right to about 1e-9 up to a + b = 1e6.
 *
 * Continued fraction DLMF 8.17.22 (https://dlmf.nist.gov/8.17.E22), evaluated by Lentz's method as modified by Thompson
 * and Barnett (Numerical Recipes, 3rd ed., §5.2 and §6.4).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  // The fraction converges fast on this side only; the other one is its mirror image.
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(1 - x, b, a)) / b;
}

/**
 * The x below which a share `p` of a Beta(a, b) distribution lies, by Newton's method kept inside a shrinking bracket.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1, a > 0 and b > 0
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) throw new RangeError(`no quantile ${p} of Beta(${a}, ${b})`);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200 && high - low > 1e-15; step++) {
    const excess = incompleteBeta(x, a, b) - p;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
    const next = x - excess / density;
    const inside = next > low && next < high;
    if (inside && Math.abs(next - x) < 1e-14) return next;
    x = inside ? next : (low + high) / 2;
  }
  return x;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Lanczos' approximation with g = 7 and nine terms (P. Godfrey's coefficients), right to about 15 digits for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const series = LANCZOS.reduce((sum, c, index) => sum + (index === 0 ? c : c / (x - 1 + index)), 0);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/** Enough for a + b of a thousand million: the fraction needs about √max(a, b) terms. */
const MOST_TERMS = 50_000;
const TINY = 1e-300;

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

/** Away from zero, where Lentz's method would divide by it. */
function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
