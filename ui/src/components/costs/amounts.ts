import type { BudgetRule, CostLine, FundTotal } from '../../backend/bindings';

/** The largest amount that the core takes: twelve digits. */
const most = 999_999_999_999;

/** `12.500.000`, `12500000` or `Rp 12.500.000`; null for anything else. */
export function readWhole(typed: string): number | null {
  const bare = typed.trim().replace(/^rp\.?\s*/i, '').replace(/,(00?|-)$/, '');
  const plain = /^\d+$/.test(bare) || /^\d{1,3}(\.\d{3})+$/.test(bare);
  if (!plain) return null;
  const value = Number(bare.replaceAll('.', ''));
  return value <= most ? value : null;
}

/** `3`, `3,5` or `3,50` in hundredths; null for anything else. */
export function readHundredths(typed: string): number | null {
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

/** Rupiah of a line; null where it has too many digits. */
export function amountOf({ vol1, vol2, vol3, price }: Pick<CostLine, 'vol1' | 'vol2' | 'vol3' | 'price'>): number | null {
  const amount = BigInt(vol1) * BigInt(vol2) * BigInt(vol3) * BigInt(price);
  return amount <= BigInt(most) ? Number(amount) : null;
}

export const totalOf = (lines: readonly CostLine[]) => lines.reduce((sum, line) => sum + (amountOf(line) ?? 0), 0);

/** Sums by fund source: those of the rule in its order, then others by name. */
export function fundsOf(lines: readonly CostLine[], rule: Pick<BudgetRule, 'funds'>): FundTotal[] {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.fund, (sums.get(line.fund) ?? 0) + (amountOf(line) ?? 0));
  const place = (fund: string) => (rule.funds.includes(fund) ? rule.funds.indexOf(fund) : rule.funds.length);
  return [...sums]
    .map(([fund, amount]) => ({ fund, amount }))
    .sort((one, other) => place(one.fund) - place(other.fund) || one.fund.localeCompare(other.fund));
}

/** A new line: of the same account, unit and fund source as the one before it. */
export const blankLine = (before: CostLine | undefined): CostLine => ({
  id: null,
  account: before?.account ?? '',
  text: '',
  vol1: 1,
  vol2: 1,
  vol3: 1,
  unit: before?.unit ?? '',
  price: 0,
  fund: before?.fund ?? '',
  note: '',
});
