import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ClipboardEvent, ReactNode } from 'react';
import type { BudgetRule, Coded, CostLine } from '../backend/bindings';
import { id } from '../i18n/id';
import { formatNumber } from '../i18n/numbers';
import { AmountField } from './AmountField';
import { amountOf, blankLine, fundsOf, totalOf } from './costs/amounts';
import styles from './costs/costs.module.css';
import { FillFunds } from './costs/FillFunds';
import { ReadReport } from './costs/ReadReport';
import { useReadFile } from './costs/useReadFile';
import { Icon } from './icons';
import { LineTable } from './LineTable';
import { linesAt, type ListTools } from './lines/listOf';

const text = id.costs;

export interface CostTableProps<V extends { costs: CostLine[] }> {
  /** A form that has the lines as `costs`. */
  form: UseFormReturnType<V>;
  /** Accounts and fund sources to choose from. */
  rule: Pick<BudgetRule, 'accounts' | 'funds'>;
  title?: string;
  /** Beside the buttons for reading lines in. */
  actions?: ReactNode;
  readOnly?: boolean;
}

/** A cell that the table of a budget is pasted into: two columns or two rows at least. */
const isTable = (pasted: string) => pasted.trim().includes('\t');

/**
 * The lines of a budget (RAB) in a form: typed, pasted from a spreadsheet anywhere into it, or read from a file, with sums
 * as they are typed. What pasted cells and files hold is read by the core; wrong cells are named and left out.
 */
export function CostTable<V extends { costs: CostLine[] }>({ form, rule, title = text.title, actions, readOnly }: CostTableProps<V>) {
  const costs = form.getValues().costs;
  const setCosts = (lines: CostLine[]) => form.setFieldValue('costs', lines as never);
  const reading = useReadFile<CostLine>((lines) => setCosts([...form.getValues().costs.filter((line) => !isUntouched(line)), ...lines]));
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (readOnly || !isTable(pasted)) return;
    event.preventDefault();
    void reading.read((backend) => backend.catalogue.pasteCosts(pasted));
  };
  return (
    <div onPaste={onPaste} className={styles.costs}>
      <LineTable
        {...linesAt(form as unknown as ListTools, 'costs', costs)}
        title={title}
        add={text.add}
        none={text.none}
        start="text"
        ordered
        hint={text.hint}
        readOnly={readOnly}
        blank={blankLine}
        note={<strong className="number">{text.total(formatNumber(totalOf(costs)))}</strong>}
        heads={[
          { label: text.account, width: 148 },
          { label: text.text },
          { label: text.vol1, width: 56, end: true },
          { label: text.vol2, width: 56, end: true },
          { label: text.vol3, width: 56, end: true },
          { label: text.unit, width: 66 },
          { label: text.price, width: 104, end: true },
          { label: text.amount, width: 112, end: true },
          { label: text.fund, width: 104 },
          { label: text.note, width: 96 },
        ]}
        cells={(line, at) => cellsOf(form, rule, line, at, readOnly)}
      />
      {!readOnly && (
        <Group gap="sm" mt="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="import" size={16} />}
            loading={reading.busy}
            onClick={() => void reading.read((backend) => backend.catalogue.readCosts())}
          >
            {text.import}
          </Button>
          {actions}
          {costs.length > 1 && (
            <Button variant="default" size="xs" leftSection={<Icon name="trash" size={16} />} onClick={() => setCosts([])}>
              {text.clear}
            </Button>
          )}
        </Group>
      )}
      {reading.file && <ReadReport file={reading.file} onClose={reading.close} />}
      {!readOnly && <FillFunds costs={costs} funds={rule.funds} onFill={setCosts} />}
      <Funds costs={costs} rule={rule} />
    </div>
  );
}

/** A line into which nothing has been typed: the first one of a new form gives way to what is read in. */
const isUntouched = (line: CostLine) => line.id === null && line.text === '' && line.price === 0 && line.note === '';

type Form = UseFormReturnType<{ costs: CostLine[] }>;

function cellsOf(form: Form, rule: CostTableProps<{ costs: CostLine[] }>['rule'], line: CostLine, at: number, readOnly = false) {
  const amount = amountOf(line);
  const input = (name: keyof CostLine) => ({ ...form.getInputProps(`costs.${at}.${name}`), disabled: readOnly });
  const typed = (name: 'text' | 'unit' | 'note') => (
    <TextInput key={name} aria-label={text[name]} autoComplete="off" title={line[name]} {...input(name)} />
  );
  const volume = (name: 'vol1' | 'vol2' | 'vol3') => (
    <AmountField key={name} label={text[name]} hideLabel empty={1} {...input(name)} />
  );
  return [
    <AccountField key="account" accounts={rule.accounts} input={input('account')} />,
    typed('text'),
    volume('vol1'),
    volume('vol2'),
    volume('vol3'),
    typed('unit'),
    <AmountField key="price" label={text.price} hideLabel empty={0} {...input('price')} />,
    <span key="amount" className="number">
      {amount === null ? text.tooLarge : formatNumber(amount)}
    </span>,
    <Autocomplete key="fund" aria-label={text.fund} data={[...rule.funds]} {...input('fund')} />,
    typed('note'),
  ];
}

interface Input {
  value?: unknown;
  onChange: (value: never) => void;
  error?: ReactNode;
  disabled?: boolean;
}

/** The code of an account, found by its code or by words of its name. */
function AccountField({ accounts, input }: { accounts: readonly Coded[]; input: Input }) {
  const names = new Map(accounts.map(({ code, name }) => [code, name]));
  const value = input.value as string;
  return (
    <Autocomplete
      {...(input as object)}
      aria-label={text.account}
      title={names.get(value) ?? text.unknownAccount(value)}
      data={accounts.map(({ code }) => code)}
      comboboxProps={{ width: 420, position: 'bottom-start' }}
      limit={12}
      filter={({ options, search }) =>
        options.filter((option) => {
          const code = 'value' in option ? option.value : '';
          const shown = `${code} ${names.get(code) ?? ''}`.toLowerCase();
          return search.toLowerCase().split(/\s+/).every((word) => shown.includes(word));
        })
      }
      renderOption={({ option }) => (
        <span>
          <span className="number">{option.value}</span> <span className="muted">{names.get(option.value)}</span>
        </span>
      )}
    />
  );
}

/** Sums by fund source, where there is more than one. */
function Funds({ costs, rule }: Pick<CostTableProps<{ costs: CostLine[] }>, 'rule'> & { costs: readonly CostLine[] }) {
  const funds = fundsOf(costs, rule);
  if (funds.length < 2) return null;
  return (
    <dl className={styles.funds} aria-label={text.funds}>
      {funds.map(({ fund, amount }) => (
        <div key={fund}>
          <dt>{fund === '' ? text.noFund : fund}</dt>
          <dd className="number">{text.rupiah(formatNumber(amount))}</dd>
        </div>
      ))}
    </dl>
  );
}
