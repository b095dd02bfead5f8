import { Select } from '@mantine/core';
import type { CostLine } from '../../backend/bindings';
import { id } from '../../i18n/id';

const text = id.costs;

/** One choice for all lines without a fund source, as files often leave it out. */
export function FillFunds({ costs, funds, onFill }: { costs: readonly CostLine[]; funds: readonly string[]; onFill: (lines: CostLine[]) => void }) {
  const without = costs.filter((line) => line.fund === '').length;
  if (without < 2) return null;
  return (
    <Select
      label={text.fillFunds(without)}
      placeholder={text.fillFundsHint}
      data={[...funds]}
      maw={320}
      value={null}
      onChange={(fund) => fund !== null && onFill(costs.map((line) => (line.fund === '' ? { ...line, fund } : line)))}
    />
  );
}
